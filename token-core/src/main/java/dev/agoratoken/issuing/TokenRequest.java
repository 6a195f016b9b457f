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

/**
 * A request for a token. The issuer applies its defaults to what is empty.
 *
 * @param project the project; empty for the default
 * @param format the format; empty for the default
 * @param lifetime how long the token is valid; empty for the default
 * @param services what the token opens
 */
public record TokenRequest(
        Optional<ProjectName> project,
        Optional<TokenFormat> format,
        Optional<Lifetime> lifetime,
        List<Service> services) {
    /** Copies the list. */
    public TokenRequest {
        services = List.copyOf(services);
    }

    /**
     * {@return a request that specifies only the services}
     *
     * @param services what the token opens
     */
    public static TokenRequest forServices(List<? extends Service> services) {
        return new TokenRequest(Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(services));
    }

    /**
     * {@return the same request in a format}
     *
     * @param chosen 006 or 007
     */
    public TokenRequest withFormat(TokenFormat chosen) {
        return new TokenRequest(project, Optional.of(chosen), lifetime, services);
    }

    /**
     * {@return the same request with a lifetime}
     *
     * @param chosen how long the token is valid
     */
    public TokenRequest withLifetime(Lifetime chosen) {
        return new TokenRequest(project, format, Optional.of(chosen), services);
    }

    /**
     * Checks that no privilege lasts longer than the token, once the token's lifetime is known.
     *
     * @param ofToken how long the token is valid
     * @throws InvalidValueException if one does; the field is its path, such as {@code services[0].privileges.login}
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

    /**
     * {@return the same request for a project}
     *
     * @param chosen the name of a configured project
     */
    public TokenRequest withProject(ProjectName chosen) {
        return new TokenRequest(Optional.of(chosen), format, lifetime, services);
    }
}
