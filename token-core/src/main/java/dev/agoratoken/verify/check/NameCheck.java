package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.NAME_NOT_ALLOWED;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.grant.EncodedName;
import dev.agoratoken.verify.grant.EncodedName.Plain;
import dev.agoratoken.verify.grant.GrantedService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Check for names that the SDKs reject before they connect, in the token and in the expectation. */
final class NameCheck {
    private final Expectation expected;
    private final FindingCollector findingCollector;

    NameCheck(Expectation expected, FindingCollector findingCollector) {
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    void report(List<GrantedService> services) {
        // After a mismatch, names in the token are not those of the client.
        boolean namesMatch = !findingCollector.hasNameMismatch();
        ClassroomChatUser classroomChatUser = ClassroomChatUser.of(services, expected);
        for (int i = 0; i < services.size(); i++) {
            GrantedService service = services.get(i);
            boolean expectedToo = !classroomChatUser.isIn(service);
            findingCollector.about(service.type(), () -> report(service, namesMatch, expectedToo));
        }
    }

    private void report(GrantedService service, boolean stored, boolean expectedToo) {
        if (stored) {
            reportStored(service, text(service.channel()), text(service.user()));
        }
        if (expectedToo) {
            reportExpected(service);
        }
    }

    /** Returns the name; null if the token has only its checksum. */
    private static @Nullable String text(@Nullable EncodedName name) {
        return name instanceof Plain plain ? plain.text() : null;
    }

    private void reportStored(GrantedService service, @Nullable String channel, @Nullable String user) {
        switch (service.type()) {
            case RTC, STREAMING, FCDN -> {
                if (channel != null && user != null) {
                    SdkNameRule.CHANNEL.reportPattern(channel, findingCollector);
                    SdkNameRule.ACCOUNT.reportPattern(user, findingCollector);
                }
            }
            case RTM, RTM2 -> {
                if (user != null) {
                    reportSignaling(user);
                }
            }
            case CHAT -> {
                boolean named = holds(service, Chat.Privilege.USER)
                        && expected.purpose().filter(Purpose.CHAT_APP::equals).isEmpty();
                reportOptional(SdkNameRule.CHAT_USER, user, named);
            }
            case APAAS -> {
                boolean inRoom = holds(service, Apaas.Privilege.ROOM_USER);
                reportOptional(SdkNameRule.ROOM, channel, inRoom);
                reportOptional(SdkNameRule.ROOM_USER, user, inRoom || holds(service, Apaas.Privilege.USER));
            }
            case FPA, CONVO_AI, STT -> {}
        }
    }

    private static boolean holds(GrantedService service, Privilege privilege) {
        return service.expiryOf(privilege.id()) != null;
    }

    private void reportOptional(SdkNameRule rule, @Nullable String name, boolean needed) {
        if (name != null && (needed || !name.isEmpty())) {
            rule.report(name, findingCollector);
        }
    }

    private void reportExpected(GrantedService service) {
        String userId = ServiceSelector.userId(expected);
        switch (service.type()) {
            case RTC, STREAMING, FCDN -> {
                expected.channel().ifPresent(channel -> SdkNameRule.CHANNEL.report(channel, findingCollector));
                if (!joinsAsAnyone()) {
                    expectedUser(SdkNameRule.ACCOUNT, ServiceSelector.joiningUser(expected));
                }
            }
            case RTM, RTM2 -> {
                if (userId != null) {
                    reportSignaling(userId);
                }
            }
            case CHAT -> expectedUser(SdkNameRule.CHAT_USER, userId);
            case APAAS -> {
                expected.channel().ifPresent(room -> SdkNameRule.ROOM.report(room, findingCollector));
                expectedUser(SdkNameRule.ROOM_USER, userId);
            }
            case FPA, CONVO_AI, STT -> {}
        }
    }

    private boolean joinsAsAnyone() {
        return expected.user().filter(ExpectedUser.ANYONE::equals).isPresent();
    }

    private void expectedUser(SdkNameRule rule, @Nullable String name) {
        if (name != null) {
            rule.report(name, findingCollector);
        }
    }

    /** Reports a user id; SDK 1.x rejects a leading space, Web SDK 2.x a full stop and a leading '_'. */
    private void reportSignaling(String userId) {
        SdkNameRule.SIGNALING_USER.report(userId, findingCollector);
        if (userId.startsWith("_") || userId.startsWith(" ") || userId.indexOf('.') >= 0) {
            findingCollector.warn(
                    NAME_NOT_ALLOWED,
                    "some Signaling SDKs reject the user id " + Printable.quote(userId)
                            + ": it starts with '_' or a space, or contains a full stop",
                    "use a user id without a full stop that does not start with '_' or a space");
        }
    }
}
