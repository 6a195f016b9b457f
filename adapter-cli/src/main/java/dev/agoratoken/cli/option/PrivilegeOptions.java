package dev.agoratoken.cli.option;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --privilege}, which replaces the default privileges. */
public final class PrivilegeOptions {
    public static final String NAME = "--privilege";

    private final List<ServiceType> services;

    @Option(
            names = NAME,
            paramLabel = "NAME=LIFETIME",
            description = {
                "Grant exactly the named privileges (repeatable), each for at most the token's lifetime.",
                "rtc: joinChannel, publishAudioStream, publishVideoStream, publishDataStream; rtm, fpa: login; chat: user,"
                        + " app; apaas: roomUser, user, app."
            },
            order = 110)
    private @Nullable List<String> privileges;

    /** Accepts the privileges of these services. */
    public PrivilegeOptions(ServiceType... services) {
        this.services = List.of(services);
    }

    /** The valid names. */
    public List<String> labels() {
        return labels(services);
    }

    private static List<String> labels(List<ServiceType> services) {
        return services.stream()
                .flatMap(service -> service.privileges().stream())
                .map(Privilege::label)
                .toList();
    }

    public boolean isPresent() {
        return privileges != null;
    }

    /**
     * Returns the named privileges for a token of all services; empty if the option is absent.
     *
     * @throws InvalidValueException if a name is unknown, given twice, or has no lifetime
     */
    public Optional<NamedPrivileges> named() {
        return named(services);
    }

    /** Returns the named privileges for a token that holds only these services. */
    public Optional<NamedPrivileges> named(List<ServiceType> present) {
        if (privileges == null) {
            return Optional.empty();
        }
        List<String> known = labels(present);
        Map<String, PrivilegeExpiry> expiries = new LinkedHashMap<>();
        privileges.forEach(privilege -> add(privilege, known, expiries));
        return Optional.of(new NamedPrivileges(expiries));
    }

    private static void add(String privilege, List<String> known, Map<String, PrivilegeExpiry> expiries) {
        int equalsSign = privilege.indexOf('=');
        String name = equalsSign < 0 ? privilege : privilege.substring(0, equalsSign);
        requireKnown(name, known);
        if (equalsSign < 0) {
            throw invalid(Printable.quote(name) + " has no lifetime", "use " + name + "=10m");
        }
        PrivilegeExpiry expiry =
                PrivilegeExpiry.after(ArgumentParsers.lifetime("privilege", privilege.substring(equalsSign + 1)));
        if (expiries.put(name, expiry) != null) {
            throw invalid(Printable.quote(name) + " is given twice", "give it once");
        }
    }

    private static void requireKnown(String name, List<String> known) {
        if (!known.contains(name)) {
            throw invalid("unknown privilege " + Printable.quote(name), DidYouMean.among(name, known));
        }
    }

    private static InvalidValueException invalid(String problem, String remedy) {
        return new InvalidValueException("privilege", problem, remedy);
    }
}
