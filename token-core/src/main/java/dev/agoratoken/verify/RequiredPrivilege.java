package dev.agoratoken.verify;

import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A privilege without which a token does not serve.
 *
 * @param alternatives more than one, where any one of them will do
 */
record RequiredPrivilege(List<Privilege> alternatives) {
    /** Every one of those. */
    static List<RequiredPrivilege> each(Privilege... privileges) {
        return Stream.of(privileges)
                .map(privilege -> new RequiredPrivilege(List.of(privilege)))
                .toList();
    }

    /** Any one of those. */
    static List<RequiredPrivilege> anyOf(Privilege... privileges) {
        return List.of(new RequiredPrivilege(List.of(privileges)));
    }

    /** What a service is good for nothing without, whatever it is used for. */
    static List<RequiredPrivilege> of(ServiceType type) {
        return switch (type) {
            case RTC, RTM, FPA, RTM2 -> each(type.privileges().get(0));
            case STREAMING, CHAT, FCDN, APAAS -> List.of(new RequiredPrivilege(type.privileges()));
            case CONVO_AI, STT -> List.of();
        };
    }

    /** Whether nothing of that service works without that privilege. */
    static boolean isEntryPrivilege(ServiceType type, int privilege) {
        return of(type).stream()
                .anyMatch(requiredPrivilege -> !requiredPrivilege.isChoice()
                        && requiredPrivilege.alternatives.get(0).id() == privilege);
    }

    boolean isChoice() {
        return alternatives.size() > 1;
    }

    /** Its names, in words. */
    String labels() {
        return alternatives.stream().map(Privilege::label).collect(Collectors.joining(" or "));
    }
}
