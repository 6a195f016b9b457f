package dev.agoratoken.verify.grant;

import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A privilege that a token must have.
 *
 * @param alternatives one or more privileges, of which any is sufficient
 */
public record RequiredPrivilege(List<Privilege> alternatives) {
    /** Requires all of the privileges. */
    public static List<RequiredPrivilege> each(Privilege... privileges) {
        return Stream.of(privileges)
                .map(privilege -> new RequiredPrivilege(List.of(privilege)))
                .toList();
    }

    /** Requires one of the privileges. */
    public static List<RequiredPrivilege> anyOf(Privilege... privileges) {
        return List.of(new RequiredPrivilege(List.of(privileges)));
    }

    /** Returns the privileges that a service requires for every purpose. */
    public static List<RequiredPrivilege> of(ServiceType type) {
        return switch (type) {
            case RTC, RTM, FPA, RTM2 -> each(type.privileges().get(0));
            case STREAMING, CHAT, FCDN, APAAS -> List.of(new RequiredPrivilege(type.privileges()));
            case CONVO_AI, STT -> List.of();
        };
    }

    /** Returns whether a service always requires that privilege. */
    public static boolean isEntryPrivilege(ServiceType type, int privilege) {
        return of(type).stream()
                .anyMatch(requiredPrivilege -> !requiredPrivilege.isChoice()
                        && requiredPrivilege.alternatives.get(0).id() == privilege);
    }

    public boolean isChoice() {
        return alternatives.size() > 1;
    }

    /** Returns the labels of the alternatives, joined by "or". */
    public String labels() {
        return alternatives.stream().map(Privilege::label).collect(Collectors.joining(" or "));
    }
}
