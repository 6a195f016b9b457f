package dev.agoratoken.issuing;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.Optional;

/** A token that somebody asks for. What is left open is filled in from the defaults. */
public record TokenRequest(
        Optional<ProjectName> project,
        Optional<TokenFormat> format,
        Optional<Lifetime> lifetime,
        List<Service> services) {
    public TokenRequest {
        services = List.copyOf(services);
    }

    /** A request that leaves everything but the services open. */
    public static TokenRequest forServices(List<? extends Service> services) {
        return new TokenRequest(Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(services));
    }

    /** The same request in that format. */
    public TokenRequest withFormat(TokenFormat chosen) {
        return new TokenRequest(project, Optional.of(chosen), lifetime, services);
    }

    /** The same request with that lifetime. */
    public TokenRequest withLifetime(Lifetime chosen) {
        return new TokenRequest(project, format, Optional.of(chosen), services);
    }

    /**
     * Looks whether every privilege ends with a token of that lifetime or before, once it is known.
     *
     * @throws InvalidValueException if one would outlive the token; it says which, as {@code services[0].privileges.login}
     */
    public void checkPrivileges(Lifetime ofToken) {
        for (int i = 0; i < services.size(); i++) {
            ServiceContent content = services.get(i).content();
            for (PrivilegeEntry privilege : content.privileges()) {
                if (privilege.expiry() instanceof PrivilegeExpiry.After own
                        && own.duration().compareTo(ofToken.duration()) > 0) {
                    throw outliving(i, content.type(), privilege.id(), own, ofToken);
                }
            }
        }
    }

    private static InvalidValueException outliving(
            int service, ServiceType type, int privilege, PrivilegeExpiry.After own, Lifetime ofToken) {
        String name = type.privilege(privilege).map(Privilege::label).orElseThrow();
        return ofToken.exceededBy(own.duration(), "services[" + service + "].privileges." + name);
    }

    /** The same request for that project. */
    public TokenRequest withProject(ProjectName chosen) {
        return new TokenRequest(Optional.of(chosen), format, lifetime, services);
    }
}
