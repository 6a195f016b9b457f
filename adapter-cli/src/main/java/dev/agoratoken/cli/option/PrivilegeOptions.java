package dev.agoratoken.cli.option;

import dev.agoratoken.token.DidYouMean;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The privileges that are named one by one, instead of the usual ones. */
public final class PrivilegeOptions {
    public static final String NAME = "--privilege";

    private final List<ServiceType> services;

    @Option(
            names = NAME,
            paramLabel = "NAME=LIFETIME",
            description = {
                "Give exactly the privileges named so (repeatable), each for at most the token's lifetime.",
                "rtc: joinChannel, publishAudioStream, publishVideoStream, publishDataStream; rtm, fpa: login; chat: user,"
                        + " app; apaas: roomUser, user, app."
            },
            order = 110)
    private List<String> privileges;

    /** Privileges of these services, in the token of the command that has this option. */
    public PrivilegeOptions(ServiceType... services) {
        this.services = List.of(services);
    }

    /** Those that can be named. */
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
     * The privileges as they were named, for a token of all the services; empty if none were.
     *
     * @throws InvalidValueException if one is no privilege of any of these services, has no lifetime, or is named twice
     */
    public Optional<NamedPrivileges> named() {
        return named(services);
    }

    /** The same for a token that holds only these of the services. */
    public Optional<NamedPrivileges> named(List<ServiceType> present) {
        if (privileges == null) {
            return Optional.empty();
        }
        List<String> known = labels(present);
        Map<String, PrivilegeExpiry> ends = new LinkedHashMap<>();
        privileges.forEach(privilege -> add(privilege, known, ends));
        return Optional.of(new NamedPrivileges(ends));
    }

    private static void add(String privilege, List<String> known, Map<String, PrivilegeExpiry> ends) {
        int sign = privilege.indexOf('=');
        String name = sign < 0 ? privilege : privilege.substring(0, sign);
        requireKnown(name, known);
        if (sign < 0) {
            throw invalid(name, "has no lifetime", "write " + name + "=10m");
        }
        PrivilegeExpiry expiry =
                PrivilegeExpiry.after(ArgumentParsers.lifetime("privilege", privilege.substring(sign + 1)));
        if (ends.put(name, expiry) != null) {
            throw invalid(name, "is named twice", "name it once");
        }
    }

    private static void requireKnown(String name, List<String> known) {
        if (!known.contains(name)) {
            throw invalid(name, "is no privilege here", DidYouMean.among(name, known));
        }
    }

    private static InvalidValueException invalid(String name, String problem, String remedy) {
        return new InvalidValueException("privilege", Printable.quote(name) + " " + problem, remedy);
    }
}
