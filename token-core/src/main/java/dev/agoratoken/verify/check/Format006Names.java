package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.NAMES_UNSIGNED_IN_006;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.grant.EncodedName.Checksum;
import dev.agoratoken.verify.grant.GrantedService;
import dev.agoratoken.verify.grant.MissingValue;
import dev.agoratoken.verify.grant.NameSimilarity;
import dev.agoratoken.verify.grant.NumberSpelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /** Returns the names that the token was probably signed with; null if one is unknown. */
    static @Nullable Format006Names of(TokenContent.V006 token, Expectation expected) {
        String channel = nameWith(token.channelCrc32(), channelsOf(expected));
        String user = nameWith(token.userCrc32(), usersOf(expected));
        channel = channel == null ? clientChannel(token, expected) : channel;
        user = user == null ? clientUser(token, expected) : user;
        return channel == null || user == null
                ? null
                : new Format006Names(channel, user, token.channelCrc32(), token.userCrc32());
    }

    /** Returns which names are missing, to follow "enter". */
    static String missing(TokenContent.V006 token, Expectation expected) {
        if (isSignaling(token)) {
            return "the user id of Signaling";
        }
        boolean channelKnown =
                nameWith(token.channelCrc32(), channelsOf(expected)) != null || clientChannel(token, expected) != null;
        boolean userKnown =
                nameWith(token.userCrc32(), usersOf(expected)) != null || clientUser(token, expected) != null;
        if (channelKnown) {
            return "the user";
        }
        return userKnown
                ? "the channel"
                : "the channel and user" + (expected.userId().isPresent() ? "" : ", or the user id for Signaling");
    }

    private static boolean isSignaling(TokenContent.V006 token) {
        return GrantedService.of(token).get(0).type() == ServiceType.RTM;
    }

    private static @Nullable String clientChannel(TokenContent.V006 token, Expectation expected) {
        return isSignaling(token)
                ? ServiceSelector.userId(expected)
                : expected.channel().orElse(null);
    }

    /** Returns the user that joins the channel; null if unknown, as when the client logs in. */
    private static @Nullable String clientUser(TokenContent.V006 token, Expectation expected) {
        if (isSignaling(token)) {
            return "";
        }
        boolean logsIn =
                PurposeNeeds.of(expected).filter(needs -> !needs.isInChannel()).isPresent();
        return logsIn ? null : ServiceSelector.joiningUser(expected);
    }

    /** Returns the name with a checksum: one of the client, or one that code writes instead; null if none has it. */
    private static @Nullable String nameWith(long crc32, List<String> names) {
        Checksum stored = new Checksum(crc32);
        if (crc32 == 0) {
            return "";
        }
        for (String name : names) {
            if (stored.equalsName(name)) {
                return name;
            }
        }
        for (String name : names) {
            Optional<String> written = NumberSpelling.of(stored, Optional.of(name))
                    .map(NumberSpelling::text)
                    .or(() -> NameSimilarity.similarTo(stored, name));
            if (written.isPresent()) {
                return written.get();
            }
        }
        return MissingValue.of(stored).orElse(null);
    }

    /** Returns the names that may be in the field of the channel. */
    private static List<String> channelsOf(Expectation expected) {
        List<String> names = new ArrayList<>(3);
        expected.channel().ifPresent(names::add);
        expected.userId().ifPresent(names::add);
        expected.user().ifPresent(user -> names.add(user.text()));
        return names;
    }

    /** Returns the names that may be in the field of the user. */
    private static List<String> usersOf(Expectation expected) {
        List<String> names = new ArrayList<>(4);
        expected.user().ifPresent(user -> names.add(user.text()));
        expected.userId().ifPresent(names::add);
        expected.channel().ifPresent(names::add);
        names.add("0");
        return names;
    }

    /** Reports whether signature and checksums match the names; returns whether the signature is valid. */
    boolean report(SignatureCheck check, FindingCollector findingCollector) {
        boolean matches = channelCrc32 == TokenCodec.checksum(channel) && userCrc32 == TokenCodec.checksum(user);
        if (matches) {
            findingCollector.note(
                    NAMES_UNSIGNED_IN_006,
                    "the checksums of the names match, but format 006 signs both without a separator, as "
                            + Printable.quote(channel + user),
                    "use format 007, which signs each name separately");
            return check.report(channel, user);
        }
        if (check.isSignedByAny(channel, user)) {
            reportCollision(findingCollector);
        } else if (!findingCollector.hasNameMismatch()) {
            // Other names imply another signature, so a mismatch would not be a second cause.
            check.report(channel, user);
        }
        return false;
    }

    private void reportCollision(FindingCollector findingCollector) {
        findingCollector.removeNameMismatches();
        findingCollector.error(
                NAMES_UNSIGNED_IN_006,
                "the signature also fits channel " + Printable.quote(channel) + " and user " + Printable.quote(user)
                        + ", but the token was made for " + split(),
                "make a token for the channel and user of the client, preferably in format 007");
    }

    /** Returns the split of both names at which the checksums match. */
    private String split() {
        String names = channel + user;
        return IntStream.range(1, names.length())
                .filter(i -> !Character.isSurrogatePair(names.charAt(i - 1), names.charAt(i)))
                .filter(i -> TokenCodec.checksum(names.substring(0, i)) == channelCrc32)
                .filter(i -> TokenCodec.checksum(names.substring(i)) == userCrc32)
                .mapToObj(i -> "channel " + Printable.quote(names.substring(0, i)) + " and user "
                        + Printable.quote(names.substring(i)))
                .findFirst()
                .orElse("names with other checksums");
    }
}
