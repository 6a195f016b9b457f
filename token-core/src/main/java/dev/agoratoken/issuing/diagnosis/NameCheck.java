package dev.agoratoken.issuing.diagnosis;

import static dev.agoratoken.issuing.diagnosis.FindingCode.NAME_NOT_ALLOWED;

import dev.agoratoken.issuing.diagnosis.StoredName.Plain;
import dev.agoratoken.token.ApaasUuid;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UserAccount;
import java.util.List;

/** Looks for names that the SDKs refuse before they connect (reference/token-format.md, sections 4.4 and 4.8). */
final class NameCheck {
    private final Findings findings;

    private NameCheck(Findings findings) {
        this.findings = findings;
    }

    /** Reports the names of those services, or the expected ones where the token holds none. */
    static void report(List<Grant> grants, Expectation expected, TokenFormat format, Findings findings) {
        NameCheck check = new NameCheck(findings);
        for (int i = 0; i < grants.size(); i++) {
            Grant grant = grants.get(i);
            if (format == TokenFormat.V007) {
                check.report(grant, text(grant.channel()), text(grant.user()));
            } else {
                check.report(
                        grant,
                        expected.channel().orElse(null),
                        grant.isInChannel() ? PlaceCheck.joining(expected) : PlaceCheck.userId(expected));
            }
        }
    }

    private static String text(StoredName name) {
        return name instanceof Plain plain && !plain.isPattern() ? plain.text() : null;
    }

    private void report(Grant grant, String channel, String user) {
        try {
            check(grant, empty(channel), empty(user));
        } catch (InvalidValueException e) {
            findings.error(NAME_NOT_ALLOWED, "the SDKs refuse the " + e.field() + ": " + e.problem(), e.remedy());
        }
    }

    private static String empty(String name) {
        return name == null || name.isEmpty() ? null : name;
    }

    private static void check(Grant grant, String channel, String user) {
        switch (grant.type()) {
            case RTC, STREAMING, FCDN -> {
                if (channel != null) {
                    ChannelName.of(channel);
                }
                if (user != null) {
                    UserAccount.of(user);
                }
            }
            case RTM, RTM2 -> {
                if (user != null) {
                    RtmUserId.of(user);
                }
            }
            case CHAT -> {
                if (user != null) {
                    ChatUserId.of(user);
                }
            }
            case APAAS -> {
                if (channel != null) {
                    ApaasUuid.of(channel);
                }
                if (user != null) {
                    ApaasUuid.of(user);
                }
            }
            case FPA, CONVO_AI, STT -> {}
        }
    }
}
