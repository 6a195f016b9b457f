package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.NAME_NOT_ALLOWED;

import dev.agoratoken.token.Received;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.verify.StoredName.Plain;
import java.util.List;

/** Looks for names that the SDKs refuse before they connect, in the token and in what a client uses. */
final class NameCheck {
    private final Expectation expected;
    private final Findings findings;

    NameCheck(Expectation expected, Findings findings) {
        this.expected = expected;
        this.findings = findings;
    }

    void report(List<ServiceRight> rights) {
        // What is wrong with names that are not the client's is no news.
        boolean fitting = !findings.hasNameMismatch();
        ClassroomChat classroomChat = ClassroomChat.of(rights, expected);
        for (int i = 0; i < rights.size(); i++) {
            ServiceRight right = rights.get(i);
            if (fitting) {
                reportStored(right, text(right.channel()), text(right.user()));
            }
            if (!classroomChat.isIn(right)) {
                reportExpected(right);
            }
        }
    }

    /** Null where the token does not hold the name itself. */
    private static String text(StoredName name) {
        return name instanceof Plain plain ? plain.text() : null;
    }

    private void reportStored(ServiceRight right, String channel, String user) {
        switch (right.type()) {
            case RTC, STREAMING, FCDN -> {
                if (channel != null && user != null) {
                    NameRule.CHANNEL.reportPattern(channel, findings);
                    NameRule.ACCOUNT.reportPattern(user, findings);
                }
            }
            case RTM, RTM2 -> {
                if (user != null) {
                    reportSignaling(user);
                }
            }
            case CHAT -> {
                boolean named = holds(right, Chat.Privilege.USER)
                        && expected.purpose().filter(Purpose.CHAT_APP::equals).isEmpty();
                reportUnlessLeftOut(NameRule.CHAT_USER, user, named);
            }
            case APAAS -> {
                boolean inRoom = holds(right, Apaas.Privilege.ROOM_USER);
                reportUnlessLeftOut(NameRule.ROOM, channel, inRoom);
                reportUnlessLeftOut(NameRule.ROOM_USER, user, inRoom || holds(right, Apaas.Privilege.USER));
            }
            case FPA, CONVO_AI, STT -> {}
        }
    }

    private static boolean holds(ServiceRight right, Privilege privilege) {
        return right.end(privilege.id()) != null;
    }

    private void reportUnlessLeftOut(NameRule rule, String name, boolean needed) {
        if (needed || !name.isEmpty()) {
            rule.report(name, findings);
        }
    }

    private void reportExpected(ServiceRight right) {
        String userId = PlaceCheck.userId(expected);
        switch (right.type()) {
            case RTC, STREAMING, FCDN -> {
                expected.channel().ifPresent(channel -> NameRule.CHANNEL.report(channel, findings));
                if (!joinsAsAnyone()) {
                    expectedUser(NameRule.ACCOUNT, PlaceCheck.joining(expected));
                }
            }
            case RTM, RTM2 -> {
                if (userId != null) {
                    reportSignaling(userId);
                }
            }
            case CHAT -> expectedUser(NameRule.CHAT_USER, userId);
            case APAAS -> {
                expected.channel().ifPresent(room -> NameRule.ROOM.report(room, findings));
                expectedUser(NameRule.ROOM_USER, userId);
            }
            case FPA, CONVO_AI, STT -> {}
        }
    }

    private boolean joinsAsAnyone() {
        return expected.user().filter(ExpectedUser.ANYONE::equals).isPresent();
    }

    private void expectedUser(NameRule rule, String name) {
        if (name != null) {
            rule.report(name, findings);
        }
    }

    /** The SDKs of Signaling do not agree: 1.x refuses a leading blank, 2.x on the web a full stop and a leading '_'. */
    private void reportSignaling(String userId) {
        NameRule.SIGNALING_USER.report(userId, findings);
        if (userId.startsWith("_") || userId.startsWith(" ") || userId.indexOf('.') >= 0) {
            findings.warn(
                    NAME_NOT_ALLOWED,
                    "some SDKs of Signaling refuse the user id " + Received.quoted(userId)
                            + ": it starts with '_' or a blank, or holds a full stop",
                    "use a user id without a full stop that starts with neither '_' nor a blank");
        }
    }
}
