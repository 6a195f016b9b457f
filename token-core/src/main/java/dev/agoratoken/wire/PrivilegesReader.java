package dev.agoratoken.wire;

import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Received;
import dev.agoratoken.token.Suggestion;
import dev.agoratoken.token.service.Grants;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeEnd;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads the privileges of a service, each with its own lifetime: {@code {"joinChannel":3600,"publishAudioStream":600}}.
 *
 * @param ofToken what none of them may outlive, where the request says it
 */
record PrivilegesReader(Optional<Lifetime> ofToken) {
    static final String FIELD = "privileges";

    /** The privileges that the service is given; empty, too, if it has none and a complaint was made about that. */
    <P extends Enum<P> & Privilege> Optional<Grants<P>> require(DocumentObject service, Class<P> known) {
        return service.require(FIELD, "name at least one of " + String.join(", ", labels(known)))
                .flatMap(value -> value.object("write {\"" + first(known).label() + "\":3600}"))
                .flatMap(privileges -> read(privileges, known));
    }

    /** The usual service; where privileges are named, with them instead of its own. */
    <S, P extends Enum<P> & Privilege> Optional<S> orUsual(
            Optional<S> usual, DocumentObject service, Class<P> known, BiFunction<S, Grants<P>, S> with) {
        if (!service.has(FIELD)) {
            return usual;
        }
        Optional<Grants<P>> named = require(service, known);
        return usual.flatMap(it -> named.map(grants -> with.apply(it, grants)));
    }

    private <P extends Enum<P> & Privilege> Optional<Grants<P>> read(DocumentObject privileges, Class<P> known) {
        EnumMap<P, PrivilegeEnd> ends = new EnumMap<>(known);
        privileges.entries().forEach((name, value) -> {
            Optional<P> privilege = find(name, value, known);
            Optional<PrivilegeEnd> end = end(value);
            if (privilege.isPresent() && end.isPresent()) {
                ends.put(privilege.get(), end.get());
            }
        });
        if (privileges.fields().isEmpty()) {
            privileges.refuse("there is none", "name at least one of " + String.join(", ", labels(known)));
        }
        return ends.isEmpty() ? Optional.empty() : Optional.of(Grants.of(ends));
    }

    private Optional<PrivilegeEnd> end(DocumentValue value) {
        Optional<Lifetime> own = LifetimeValue.read(value);
        Optional<Lifetime> shorter =
                ofToken.filter(token -> own.isPresent() && own.get().seconds() > token.seconds());
        return shorter.isPresent()
                ? value.refuse(
                        own.get().seconds() + " seconds would outlive the token of "
                                + shorter.get().seconds() + " seconds",
                        "give at most " + shorter.get().seconds())
                : own.map(PrivilegeEnd::after);
    }

    private static <P extends Enum<P> & Privilege> Optional<P> find(String name, DocumentValue value, Class<P> known) {
        for (P privilege : known.getEnumConstants()) {
            if (privilege.label().equals(name)) {
                return Optional.of(privilege);
            }
        }
        return value.refuse(Received.quoted(name) + " is no privilege here", Suggestion.among(name, labels(known)));
    }

    private static <P extends Enum<P> & Privilege> P first(Class<P> known) {
        return known.getEnumConstants()[0];
    }

    private static <P extends Enum<P> & Privilege> List<String> labels(Class<P> known) {
        return Arrays.stream(known.getEnumConstants()).map(Privilege::label).toList();
    }
}
