package dev.agoratoken.document;

import dev.agoratoken.issuing.DefaultUserResolver;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request for a token: {@code
 * {"project":"default","format":"007","expiresIn":3600,"wildcards":false,"services":[{"type":"rtc",…}]}}. Only the
 * services are required.
 */
public final class TokenRequestDocument {
    /** The maximum number of services in a request. */
    public static final int MAX_SERVICES = 64;

    private static final List<String> FIELDS = List.of("project", "format", "expiresIn", "wildcards", "services");

    private TokenRequestDocument() {}

    /** Reads a request that names every user. */
    public static TokenRequest read(@Nullable Object tree) {
        return read(tree, DefaultUserResolver.NONE);
    }

    /**
     * Reads a request.
     *
     * @param tree the document as maps, lists, strings, numbers and booleans of the JDK, each key once
     * @param defaultUsers the users for services that name none
     * @throws InvalidDocumentException if any field is unknown or not valid; it contains all errors
     */
    public static TokenRequest read(@Nullable Object tree, DefaultUserResolver defaultUsers) {
        ValidationErrors validationErrors = new ValidationErrors();
        Optional<TokenRequest> request = DocumentValue.top(tree, validationErrors)
                .object("send {\"services\":[{\"type\":\"rtc\",...}]}")
                .map(document -> read(document, defaultUsers));
        validationErrors.throwIfAny();
        return request.orElseThrow(() -> new AssertionError("an invalid request has an error"));
    }

    private static TokenRequest read(DocumentObject document, DefaultUserResolver defaultUsers) {
        document.allowOnly(FIELDS, "a token request");
        Optional<ProjectName> project = document.get("project").flatMap(value -> value.text(ProjectName::of));
        Optional<TokenFormat> format = document.get("format").flatMap(value -> value.text(TokenFormat::fromPrefix));
        Optional<Lifetime> lifetime = document.get("expiresIn").flatMap(LifetimeReader::read);
        NameReader names = new NameReader(document.isTrue("wildcards"), defaultUsers);
        List<DocumentValue> listed = document.require("services", "request at least one service")
                .map(TokenRequestDocument::listed)
                .orElse(List.of());
        ServiceReader reader = new ServiceReader(names, new PrivilegesReader(lifetime));
        List<Service> services = new ArrayList<>(listed.size());
        for (DocumentValue value : listed) {
            reader.read(value).ifPresent(services::add);
        }
        if (format.equals(Optional.of(TokenFormat.V006)) && !fits006(listed, services)) {
            document.reject(
                    "services",
                    "format 006 cannot contain these services",
                    "request exactly one rtc or one rtm service, or use format 007");
        }
        return new TokenRequest(project, format, lifetime, services);
    }

    private static List<DocumentValue> listed(DocumentValue services) {
        List<DocumentValue> listed = services.list(MAX_SERVICES, "send [{\"type\":\"rtc\",...}]");
        if (List.of().equals(services.received())) {
            services.reject("must not be empty", "request at least one service");
        }
        return listed;
    }

    private static boolean fits006(List<DocumentValue> listed, List<? extends Service> services) {
        return listed.size() <= 1
                && services.stream().allMatch(service -> service instanceof Rtc || service instanceof Rtm);
    }
}
