package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.TokenText;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.TokenContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/**
 * Codec of format 006: absolute times, and checksums instead of the signed names
 * (docs/reference/token-format.md#format-006).
 */
final class Format006 {
    private static final String PREFIX = TokenFormat.V006.prefix();
    private static final int APP_ID_LENGTH = 32;
    private static final int END_OF_APP_ID = PREFIX.length() + APP_ID_LENGTH;

    /** The offset of the signature in the content, after its length. */
    private static final int SIGNATURE = 2;

    /** The offset of the message in the content: after the signature, two checksums and the length of the message. */
    private static final int MESSAGE = SIGNATURE + HmacSha256.LENGTH + 4 + 4 + 2;

    /** The length of a message without privileges: salt, expiry and count. */
    private static final int EMPTY_MESSAGE = 4 + 4 + 2;

    private static final int PRIVILEGE = 2 + 4;

    private Format006() {}

    static TokenText write(Format006Payload payload, AppCertificate certificate) {
        byte[] names = names(payload.appId().value(), payload.channel(), payload.user());
        int user = APP_ID_LENGTH + Utf8.length(payload.channel());
        long channelCrc32 = crc32(names, APP_ID_LENGTH, user);
        long userCrc32 = crc32(names, user, names.length);
        byte[] content = ByteWriter.write(out -> {
            out.u16("signature", HmacSha256.LENGTH);
            out.skip(HmacSha256.LENGTH);
            out.u32("channel", channelCrc32);
            out.u32("user", userCrc32);
            out.u16(
                    "privileges",
                    EMPTY_MESSAGE + PRIVILEGE * payload.privileges().size());
            out.u32("salt", payload.salt().value());
            out.u32("expiresAt", payload.expiresAt().getEpochSecond());
            PrivilegeCodec.write(out, payload.privileges(), Format006::seconds);
        });
        new HmacSha256()
                .key(certificate)
                .update(names)
                .update(content, MESSAGE, content.length)
                .finish(content, SIGNATURE);
        return TokenText.of(Base64Text.encode(PREFIX + payload.appId().value(), content));
    }

    static DecodedToken read(String text) {
        if (text.length() < END_OF_APP_ID) {
            throw new UnreadableTokenException(
                    TokenDefect.TRUNCATED,
                    "the token is incomplete: it ends within the App ID, after "
                            + Printable.count(text.length(), "character"));
        }
        List<Irregularity> irregularities = new ArrayList<>();
        int endOfAppId = SpacedAppId.end(text, PREFIX.length());
        String signedAppId = text.substring(PREFIX.length(), endOfAppId);
        AppId appId = SpacedAppId.read(signedAppId, irregularities);
        ByteReader in = new ByteReader(Base64Text.decode(text, endOfAppId, irregularities));
        byte[] signature = in.bytesOfLength(HmacSha256.LENGTH, "signature");
        long channelCrc32 = in.u32("checksum of the channel");
        long userCrc32 = in.u32("checksum of the user");
        byte[] message = in.bytes(in.u16("length of the message"), "message");

        ByteReader inMessage = new ByteReader(message);
        Salt salt = Salt.of(inMessage.u32("salt"));
        Instant expiresAt = Instant.ofEpochSecond(inMessage.u32("expiry of the token"));
        List<PrivilegeEntry> privileges =
                PrivilegeCodec.read(inMessage, () -> "the token", Format006::end, irregularities);
        inMessage.reportRest("the last privilege", irregularities);
        in.reportRest("the message", irregularities);
        TokenContent content = new TokenContent.V006(appId, salt, expiresAt, channelCrc32, userCrc32, privileges);
        return new DecodedToken(content, signature, message, signedAppId, irregularities);
    }

    /** Returns where the token at the beginning of a text ends, by the length of its message; empty if it is incomplete. */
    static OptionalInt endOf(String text) {
        int start = SpacedAppId.end(text, PREFIX.length());
        int digits = Base64Text.endOfDigits(text, start) - start;
        int needed = Base64Text.digits(MESSAGE);
        if (digits < needed) {
            return OptionalInt.empty();
        }
        byte[] head = Base64Text.decodeDigits(text.substring(start, start + needed));
        int message = Byte.toUnsignedInt(head[MESSAGE - 2]) | Byte.toUnsignedInt(head[MESSAGE - 1]) << 8;
        int end = start + Base64Text.digits(MESSAGE + message);
        boolean regular = head[0] == HmacSha256.LENGTH
                && head[1] == 0
                && message >= EMPTY_MESSAGE
                && (message - EMPTY_MESSAGE) % PRIVILEGE == 0;
        return regular && end <= start + digits
                ? OptionalInt.of(Base64Text.endOfPadding(text, start, end))
                : OptionalInt.empty();
    }

    /** Returns the signature of App ID, names and message. */
    static byte[] signature(AppCertificate certificate, String appId, String channel, String user, byte[] message) {
        return signature(new HmacSha256().key(certificate), appId, channel, user, message);
    }

    static byte[] signature(HmacSha256 keyed, String appId, String channel, String user, byte[] message) {
        return keyed.update(names(appId, channel, user)).update(message).finish();
    }

    /** Returns the bytes that are signed before the message; nothing separates the names. */
    private static byte[] names(String appId, String channel, String user) {
        return Utf8.encode(appId + channel + user);
    }

    static long crc32(byte[] bytes) {
        return crc32(bytes, 0, bytes.length);
    }

    private static long crc32(byte[] bytes, int start, int end) {
        CRC32 crc = new CRC32();
        crc.update(bytes, start, end - start);
        return crc.getValue();
    }

    private static long seconds(PrivilegeExpiry expiry) {
        if (expiry instanceof PrivilegeExpiry.Unset) {
            return 0;
        }
        if (!(expiry instanceof PrivilegeExpiry.At at)) {
            throw new IllegalArgumentException(
                    "In format 006 a privilege expires at a time or has no expiry; not " + expiry);
        }
        long seconds = at.instant().getEpochSecond();
        if (seconds == 0) {
            throw new InvalidValueException(
                    "privileges", "the expiry " + at.instant() + " would mean no expiry", "use a later time");
        }
        return seconds;
    }

    private static PrivilegeExpiry end(long seconds) {
        return seconds == 0 ? PrivilegeExpiry.UNSET : new PrivilegeExpiry.At(Instant.ofEpochSecond(seconds));
    }
}
