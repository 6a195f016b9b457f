package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.NAMES_UNSIGNED_IN_006;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;

/**
 * The names that a token of format 006 was probably signed with. It signs them run together, so that ("room1", "23") and
 * ("room12", "3") have the same signature; only the checksums, which are not signed, tell them apart.
 *
 * @param channelCrc32 what the token holds for the channel
 * @param userCrc32 what the token holds for the user
 */
record Format006Names(String channel, String user, long channelCrc32, long userCrc32) {
    /** The names that were given, as far as the token holds them; null if one is missing. */
    static Format006Names of(TokenContent.V006 token, Expectation expected) {
        boolean signaling = GrantedService.of(token).get(0).type() == ServiceType.RTM;
        String channel = signaling
                ? ServiceSelector.userId(expected)
                : expected.channel().orElse(null);
        String user = signaling || token.userCrc32() == 0 ? "" : userText(token, expected);
        if (token.channelCrc32() == 0) {
            channel = "";
        }
        return channel == null || user == null
                ? null
                : new Format006Names(channel, user, token.channelCrc32(), token.userCrc32());
    }

    /** Also what is known without being told: the account "0". */
    private static String userText(TokenContent.V006 token, Expectation expected) {
        return token.userCrc32() == TokenCodec.checksum("0") ? "0" : ServiceSelector.joiningUser(expected);
    }

    SignatureStatus report(SignatureCheck check, FindingCollector findingCollector) {
        boolean fits = channelCrc32 == TokenCodec.checksum(channel) && userCrc32 == TokenCodec.checksum(user);
        if (fits) {
            findingCollector.note(
                    NAMES_UNSIGNED_IN_006,
                    "the checksums of the names match, but format 006 signs both without a separator, as "
                            + Printable.quote(channel + user),
                    "use format 007, which signs each name separately");
            return check.report(certificate -> check.isSignedBy(certificate, channel, user));
        }
        if (check.isSignedByAny(certificate -> check.isSignedBy(certificate, channel, user))) {
            return collision(findingCollector);
        }
        // With other names another signature is no news.
        return findingCollector.hasNameMismatch()
                ? SignatureStatus.UNCHECKED
                : check.report(certificate -> check.isSignedBy(certificate, channel, user));
    }

    private SignatureStatus collision(FindingCollector findingCollector) {
        findingCollector.removeNameMismatches();
        findingCollector.error(
                NAMES_UNSIGNED_IN_006,
                "the signature also fits channel " + Printable.quote(channel) + " and user " + Printable.quote(user)
                        + ", but the token was made for " + split(),
                "make a token for the channel and user of the client, preferably in format 007");
        return SignatureStatus.BAD;
    }

    /** Where else the run of both names can be cut so that the checksums fit. */
    private String split() {
        String run = channel + user;
        for (int i = 0; i <= run.length(); i++) {
            if (!isInsideCharacter(run, i)
                    && TokenCodec.checksum(run.substring(0, i)) == channelCrc32
                    && TokenCodec.checksum(run.substring(i)) == userCrc32) {
                return "channel " + Printable.quote(run.substring(0, i)) + " and user "
                        + Printable.quote(run.substring(i));
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
