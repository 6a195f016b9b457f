package dev.agoratoken.wire;

import dev.agoratoken.token.DidYouMean;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
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
    <P extends Enum<P> & Privilege> Optional<GrantedPrivileges<P>> require(DocumentObject service, Class<P> known) {
        return service.require(FIELD, "name at least one of " + String.join(", ", labels(known)))
                .flatMap(value -> value.object("send {\"" + first(known).label() + "\":3600}"))
                .flatMap(privileges -> read(privileges, known));
    }

    /** The usual service; where privileges are named, with them instead of its own. */
    <S, P extends Enum<P> & Privilege> Optional<S> orUsual(
            Optional<S> usual, DocumentObject service, Class<P> known, BiFunction<S, GrantedPrivileges<P>, S> with) {
        if (!service.has(FIELD)) {
            return usual;
        }
        Optional<GrantedPrivileges<P>> named = require(service, known);
        return usual.flatMap(it -> named.map(grantedPrivileges -> with.apply(it, grantedPrivileges)));
    }

    private <P extends Enum<P> & Privilege> Optional<GrantedPrivileges<P>> read(
            DocumentObject privileges, Class<P> known) {
        EnumMap<P, PrivilegeExpiry> ends = new EnumMap<>(known);
        privileges.entries().forEach((name, value) -> {
            Optional<P> privilege = find(name, value, known);
            Optional<PrivilegeExpiry> end = end(value);
            if (privilege.isPresent() && end.isPresent()) {
                ends.put(privilege.get(), end.get());
            }
        });
        if (privileges.fields().isEmpty()) {
            privileges.reject("must not be empty", "name at least one of " + String.join(", ", labels(known)));
        }
        return ends.isEmpty() ? Optional.empty() : Optional.of(GrantedPrivileges.of(ends));
    }

    private Optional<PrivilegeExpiry> end(DocumentValue value) {
        Optional<Lifetime> own = LifetimeReader.read(value);
        Optional<InvalidValueException> exceeded =
                own.flatMap(lifetime -> ofToken.filter(token -> lifetime.seconds() > token.seconds())
                        .map(token -> token.exceededBy(lifetime.duration(), FIELD)));
        return exceeded.isPresent()
                ? value.reject(exceeded.get().problem(), exceeded.get().remedy())
                : own.map(PrivilegeExpiry::after);
    }

    private static <P extends Enum<P> & Privilege> Optional<P> find(String name, DocumentValue value, Class<P> known) {
        for (P privilege : known.getEnumConstants()) {
            if (privilege.label().equals(name)) {
                return Optional.of(privilege);
            }
        }
        return value.reject("unknown privilege " + Printable.quote(name), DidYouMean.among(name, labels(known)));
    }

    private static <P extends Enum<P> & Privilege> P first(Class<P> known) {
        return known.getEnumConstants()[0];
    }

    private static <P extends Enum<P> & Privilege> List<String> labels(Class<P> known) {
        return Arrays.stream(known.getEnumConstants()).map(Privilege::label).toList();
    }
}
