package dev.agoratoken.verify;

import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;

/**
 * The Chat user id that Flexible Classroom gives the user who logs in.
 *
 * @param name null if unknown
 */
record ClassroomChatUser(String name) {
    private static final ClassroomChatUser UNKNOWN = new ClassroomChatUser(null);

    /** Returns the user id; unknown without a service for Chat, to save the digest. */
    static ClassroomChatUser of(List<GrantedService> services, Expectation expected) {
        String userId = ServiceSelector.userId(expected);
        if (userId == null || services.stream().noneMatch(service -> service.type() == ServiceType.CHAT)) {
            return UNKNOWN;
        }
        try {
            return new ClassroomChatUser(
                    ServiceCombinations.chatUserOf(ApaasUuid.of(userId)).value());
        } catch (InvalidValueException notInClassroom) {
            return UNKNOWN;
        }
    }

    /** Returns whether a service is for this Chat user. */
    boolean isIn(GrantedService service) {
        return name != null
                && service.type() == ServiceType.CHAT
                && service.user().equalsName(name);
    }
}
