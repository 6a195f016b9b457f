package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.NAMES_UNSIGNED_IN_006;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;

/**
 * Check of a token of format 006 against the names that it was probably signed with. The format signs names without a
 * separator, so that ("room1", "23") and ("room12", "3") have the same signature; only the unsigned checksums differ.
 */
final class Format006Names {
    private final String channel;
    private final String user;
    private final long channelCrc32;
    private final long userCrc32;

    private Format006Names(String channel, String user, long channelCrc32, long userCrc32) {
        this.channel = channel;
        this.user = user;
        this.channelCrc32 = channelCrc32;
        this.userCrc32 = userCrc32;
    }

    /** Returns the expected names that the token has checksums of; null if one is unknown. */
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

    /** Returns the account "0" by its checksum, otherwise the expected user. */
    private static String userText(TokenContent.V006 token, Expectation expected) {
        return token.userCrc32() == TokenCodec.checksum("0") ? "0" : ServiceSelector.joiningUser(expected);
    }

    /** Reports whether signature and checksums match the names. */
    SignatureStatus report(SignatureCheck check, FindingCollector findingCollector) {
        boolean matches = channelCrc32 == TokenCodec.checksum(channel) && userCrc32 == TokenCodec.checksum(user);
        if (matches) {
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
        // Other names imply another signature, so a mismatch would not be a second cause.
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
        return SignatureStatus.INVALID;
    }

    /** Returns the split of both names at which the checksums match. */
    private String split() {
        String names = channel + user;
        for (int i = 0; i <= names.length(); i++) {
            if (!isInsideCharacter(names, i)
                    && TokenCodec.checksum(names.substring(0, i)) == channelCrc32
                    && TokenCodec.checksum(names.substring(i)) == userCrc32) {
                return "channel " + Printable.quote(names.substring(0, i)) + " and user "
                        + Printable.quote(names.substring(i));
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
