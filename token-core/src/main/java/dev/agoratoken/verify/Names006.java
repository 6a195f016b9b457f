package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.NAMES_UNSIGNED_IN_006;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.Received;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;

/**
 * The names that a token of format 006 was probably signed with. It signs them run together, so that ("room1", "23") and
 * ("room12", "3") have the same signature; only the checksums, which are not signed, tell them apart.
 *
 * @param channelCrc32 what the token holds for the channel
 * @param userCrc32 what the token holds for the user
 */
record Names006(String channel, String user, long channelCrc32, long userCrc32) {
    /** The names that were given, as far as the token holds them; null if one is missing. */
    static Names006 of(TokenContent.V006 token, Expectation expected) {
        boolean signaling = ServiceRight.of(token).get(0).type() == ServiceType.RTM;
        String channel =
                signaling ? PlaceCheck.userId(expected) : expected.channel().orElse(null);
        String user = signaling || token.userCrc32() == 0 ? "" : userText(token, expected);
        if (token.channelCrc32() == 0) {
            channel = "";
        }
        return channel == null || user == null
                ? null
                : new Names006(channel, user, token.channelCrc32(), token.userCrc32());
    }

    /** Also what is known without being told: the account "0". */
    private static String userText(TokenContent.V006 token, Expectation expected) {
        return token.userCrc32() == TokenCodec.checksum("0") ? "0" : PlaceCheck.joining(expected);
    }

    Signature report(SignatureCheck check, Findings findings) {
        boolean fits = channelCrc32 == TokenCodec.checksum(channel) && userCrc32 == TokenCodec.checksum(user);
        if (fits) {
            findings.note(
                    NAMES_UNSIGNED_IN_006,
                    "the names fit by their checksums, and format 006 signs them run together, as "
                            + Received.quoted(channel + user),
                    "use format 007, which signs each name by itself");
            return check.report(certificate -> check.isSignedBy(certificate, channel, user));
        }
        if (check.isSignedByAny(certificate -> check.isSignedBy(certificate, channel, user))) {
            return collision(findings);
        }
        // With other names another signature is no news.
        return findings.hasNameMismatch()
                ? Signature.UNCHECKED
                : check.report(certificate -> check.isSignedBy(certificate, channel, user));
    }

    private Signature collision(Findings findings) {
        findings.removeNameMismatches();
        findings.error(
                NAMES_UNSIGNED_IN_006,
                "the signature also fits channel " + Received.quoted(channel) + " and user " + Received.quoted(user)
                        + ", but the token was made for " + split(),
                "make a token for the channel and the user of the client, best in format 007");
        return Signature.BAD;
    }

    /** Where else the run of both names can be cut so that the checksums fit. */
    private String split() {
        String run = channel + user;
        for (int i = 0; i <= run.length(); i++) {
            if (!isInsideCharacter(run, i)
                    && TokenCodec.checksum(run.substring(0, i)) == channelCrc32
                    && TokenCodec.checksum(run.substring(i)) == userCrc32) {
                return "channel " + Received.quoted(run.substring(0, i)) + " and user "
                        + Received.quoted(run.substring(i));
            }
        }
        return "names with other checksums";
    }

    private static boolean isInsideCharacter(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
    }
}
