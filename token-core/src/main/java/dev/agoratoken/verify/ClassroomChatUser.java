package dev.agoratoken.verify;

import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;

/**
 * Under which name Flexible Classroom lets the user who logs in into Chat.
 *
 * @param name null if it is not to be known
 */
record ClassroomChatUser(String name) {
    private static final ClassroomChatUser UNKNOWN = new ClassroomChatUser(null);

    /** Of no interest, and not worth a digest, where no service is Chat. */
    static ClassroomChatUser of(List<GrantedService> rights, Expectation expected) {
        String userId = ServiceSelector.userId(expected);
        if (userId == null || rights.stream().noneMatch(service -> service.type() == ServiceType.CHAT)) {
            return UNKNOWN;
        }
        try {
            return new ClassroomChatUser(
                    ServiceCombinations.chatUserOf(ApaasUuid.of(userId)).value());
        } catch (InvalidValueException notOfAClassroom) {
            return UNKNOWN;
        }
    }

    boolean isIn(GrantedService service) {
        return name != null
                && service.type() == ServiceType.CHAT
                && service.user().equalsName(name);
    }
}
