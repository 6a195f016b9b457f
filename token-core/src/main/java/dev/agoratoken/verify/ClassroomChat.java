package dev.agoratoken.verify;

import dev.agoratoken.issuing.Recipes;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;

/**
 * Under which name Flexible Classroom lets the user who logs in into Chat.
 *
 * @param name null if it is not to be known
 */
record ClassroomChat(String name) {
    private static final ClassroomChat UNKNOWN = new ClassroomChat(null);

    /** Of no interest, and not worth a digest, where no service is Chat. */
    static ClassroomChat of(List<ServiceRight> rights, Expectation expected) {
        String userId = PlaceCheck.userId(expected);
        if (userId == null || rights.stream().noneMatch(right -> right.type() == ServiceType.CHAT)) {
            return UNKNOWN;
        }
        try {
            return new ClassroomChat(Recipes.chatUserOf(ApaasUuid.of(userId)).value());
        } catch (InvalidValueException notOfAClassroom) {
            return UNKNOWN;
        }
    }

    boolean isIn(ServiceRight right) {
        return name != null && right.type() == ServiceType.CHAT && right.user().is(name);
    }
}
