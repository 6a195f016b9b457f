package dev.agoratoken.verify.check;

import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.grant.GrantedService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Chat user id that Flexible Classroom gives the user who logs in.
 *
 * @param name null if unknown
 */
record ClassroomChatUser(@Nullable String name) {
    private static final ClassroomChatUser UNKNOWN = new ClassroomChatUser(null);

    /** Returns the user id; unknown without a service for Chat, to save the digest. */
    static ClassroomChatUser of(List<GrantedService> services, Expectation expected) {
        String userId = ServiceSelector.userId(expected);
        if (userId == null || services.stream().noneMatch(service -> service.type() == ServiceType.CHAT)) {
            return UNKNOWN;
        }
        return new ClassroomChatUser(of(userId));
    }

    /** Returns the Chat user id of a room user; null if the room user is invalid. */
    static @Nullable String of(String roomUser) {
        try {
            return ServiceCombinations.chatUserOf(ApaasUuid.of(roomUser)).value();
        } catch (InvalidValueException notInClassroom) {
            return null;
        }
    }

    /** Returns whether a service is for this Chat user. */
    boolean isIn(GrantedService service) {
        return name != null
                && service.type() == ServiceType.CHAT
                && service.requireUser().equalsName(name);
    }
}
