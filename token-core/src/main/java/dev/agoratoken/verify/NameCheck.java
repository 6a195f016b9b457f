package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.NAME_NOT_ALLOWED;

import dev.agoratoken.token.Printable;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.verify.EncodedName.Plain;
import java.util.List;

/** Looks for names that the SDKs refuse before they connect, in the token and in what a client uses. */
final class NameCheck {
    private final Expectation expected;
    private final FindingCollector findingCollector;

    NameCheck(Expectation expected, FindingCollector findingCollector) {
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    void report(List<GrantedService> rights) {
        // What is wrong with names that are not the client's is no news.
        boolean fitting = !findingCollector.hasNameMismatch();
        ClassroomChatUser classroomChatUser = ClassroomChatUser.of(rights, expected);
        for (int i = 0; i < rights.size(); i++) {
            GrantedService service = rights.get(i);
            if (fitting) {
                reportStored(service, text(service.channel()), text(service.user()));
            }
            if (!classroomChatUser.isIn(service)) {
                reportExpected(service);
            }
        }
    }

    /** Null where the token does not hold the name itself. */
    private static String text(EncodedName name) {
        return name instanceof Plain plain ? plain.text() : null;
    }

    private void reportStored(GrantedService service, String channel, String user) {
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
                reportUnlessLeftOut(SdkNameRule.CHAT_USER, user, named);
            }
            case APAAS -> {
                boolean inRoom = holds(service, Apaas.Privilege.ROOM_USER);
                reportUnlessLeftOut(SdkNameRule.ROOM, channel, inRoom);
                reportUnlessLeftOut(SdkNameRule.ROOM_USER, user, inRoom || holds(service, Apaas.Privilege.USER));
            }
            case FPA, CONVO_AI, STT -> {}
        }
    }

    private static boolean holds(GrantedService service, Privilege privilege) {
        return service.end(privilege.id()) != null;
    }

    private void reportUnlessLeftOut(SdkNameRule rule, String name, boolean needed) {
        if (needed || !name.isEmpty()) {
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

    private void expectedUser(SdkNameRule rule, String name) {
        if (name != null) {
            rule.report(name, findingCollector);
        }
    }

    /** The SDKs of Signaling do not agree: 1.x refuses a leading blank, 2.x on the web a full stop and a leading '_'. */
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
