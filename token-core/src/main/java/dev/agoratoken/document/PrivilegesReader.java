package dev.agoratoken.document;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Labels;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads the privileges of a service, each with its lifetime: {@code {"joinChannel":3600,"publishAudioStream":600}}. No
 * privilege may outlive the token, if the request contains the token's lifetime.
 */
final class PrivilegesReader {
    static final String FIELD = "privileges";

    private final Optional<Lifetime> ofToken;

    PrivilegesReader(Optional<Lifetime> ofToken) {
        this.ofToken = ofToken;
    }

    /** Returns the privileges of a service; reports an error if there are none. */
    <P extends Enum<P> & Privilege> Optional<GrantedPrivileges<P>> require(DocumentObject service, Class<P> known) {
        return service.require(FIELD, "name at least one of " + String.join(", ", labels(known)))
                .flatMap(value -> value.object("send {\"" + labels(known).get(0) + "\":3600}"))
                .flatMap(privileges -> read(privileges, known));
    }

    /** Returns the default service; with the named privileges, if there are any. */
    <S, P extends Enum<P> & Privilege> Optional<S> orDefault(
            Optional<S> standard, DocumentObject service, Class<P> known, BiFunction<S, GrantedPrivileges<P>, S> with) {
        if (!service.has(FIELD)) {
            return standard;
        }
        Optional<GrantedPrivileges<P>> named = require(service, known);
        return standard.flatMap(it -> named.map(grantedPrivileges -> with.apply(it, grantedPrivileges)));
    }

    private <P extends Enum<P> & Privilege> Optional<GrantedPrivileges<P>> read(
            DocumentObject privileges, Class<P> known) {
        EnumMap<P, PrivilegeExpiry> ends = new EnumMap<>(known);
        privileges.entries().forEach((name, value) -> {
            // One error is enough for a field: the value is read only if the name is known.
            find(name, value, known).ifPresent(privilege -> end(value).ifPresent(end -> ends.put(privilege, end)));
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
        Optional<P> found = Labels.find(constants(known), Privilege::label, name);
        return found.isPresent()
                ? found
                : value.reject("unknown privilege " + Printable.quote(name), DidYouMean.among(name, labels(known)));
    }

    private static <P extends Enum<P> & Privilege> List<P> constants(Class<P> known) {
        return List.of(known.getEnumConstants());
    }

    private static <P extends Enum<P> & Privilege> List<String> labels(Class<P> known) {
        return Labels.of(constants(known), Privilege::label);
    }
}
