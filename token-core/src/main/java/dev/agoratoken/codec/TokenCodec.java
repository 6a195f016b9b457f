package dev.agoratoken.codec;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.TokenText;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.TokenContent;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Writes and reads the text of tokens. Without state, so safe to call from any thread. */
public final class TokenCodec {
    /** No token comes near this, and a longer text is not worth decoding. */
    static final int MAX_TEXT = 1 << 16;

    private TokenCodec() {}

    /**
     * Writes a token of format 007, its services in ascending order of their types; those of equal type keep their order.
     *
     * @throws dev.agoratoken.token.InvalidValueException if a value does not fit its place in the token
     * @throws IllegalArgumentException if a privilege ends at a moment, which only format 006 can say, or if part of the
     *     content is unread
     */
    public static TokenText write(TokenContent.V007 content, AppCertificate certificate) {
        return Format007.write(content, certificate);
    }

    /**
     * Writes a token of format 006.
     *
     * @throws dev.agoratoken.token.InvalidValueException if a value does not fit its place in the token
     * @throws IllegalArgumentException if a privilege ends in a way that format 006 cannot say: only at a moment, or not
     *     on its own
     */
    public static TokenText write(Format006Payload payload, AppCertificate certificate) {
        return Format006.write(payload, certificate);
    }

    /** The checksum that stands for this name in a token of format 006; 0 for the empty one. */
    public static long checksum(String name) {
        return Format006.crc32(Utf8.encode(name));
    }

    /**
     * Reads a token and checks no signature.
     *
     * @throws UnreadableTokenException if the text is no token of format 006 or 007
     */
    public static DecodedToken read(String text) {
        if (text.isEmpty()) {
            throw new UnreadableTokenException(TokenDefect.NOT_A_TOKEN, "the text is empty");
        }
        if (text.length() > MAX_TEXT) {
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT, "the text has " + text.length() + " characters, but the limit is " + MAX_TEXT);
        }
        // Before the prefix: the oldest keys have none and begin with any hexadecimal digits, such as 007.
        RetiredFormat.reject(text);
        for (TokenFormat format : TokenFormat.values()) {
            if (text.startsWith(format.prefix())) {
                return switch (format) {
                    case V006 -> Format006.read(text);
                    case V007 -> Format007.read(text);
                };
            }
        }
        String beginning = text.substring(0, Math.min(3, text.length()));
        throw new UnreadableTokenException(
                TokenDefect.NOT_A_TOKEN,
                "the text begins with " + Printable.quote(beginning) + " instead of 006 or 007");
    }

    /** What was read from a token, and what was odd about it; no signature has been checked yet. Immutable. */
    public static final class DecodedToken {
        private final TokenContent content;
        private final byte[] signature;
        private final byte[] signed;
        private final List<Irregularity> irregularities;

        /**
         * @param signed the part of the content that the signature covers, as received
         */
        DecodedToken(TokenContent content, byte[] signature, byte[] signed, List<Irregularity> irregularities) {
            this.content = content;
            this.signature = signature;
            this.signed = signed;
            this.irregularities = List.copyOf(irregularities);
        }

        public TokenContent content() {
            return content;
        }

        /** The 32 bytes of the signature as 64 lower-case hexadecimal digits. */
        public String signatureHex() {
            return HexFormat.of().formatHex(signature);
        }

        /** What a strict reader would refuse but this one could read past, in the order in which it was met. */
        public List<Irregularity> irregularities() {
            return irregularities;
        }

        /**
         * Whether that certificate signed this token of format 007.
         *
         * @throws IllegalStateException if the token is of format 006, whose signature covers names not found in it
         */
        public boolean isSignedBy(AppCertificate certificate) {
            if (!(content instanceof TokenContent.V007)) {
                throw new IllegalStateException("Format 006 signs a channel and a user; pass both");
            }
            byte[] expected = new byte[HmacSha256.LENGTH];
            Format007.sign(certificate, signed, 0, signed.length, expected, 0);
            return MessageDigest.isEqual(expected, signature);
        }

        /**
         * Whether that certificate signed this token of format 006 for that channel and user text. The signature does
         * not say where the channel ends and the user begins, so compare the checksums in the content as well.
         *
         * @throws IllegalStateException if the token is of format 007, which holds its names
         */
        public boolean isSignedBy(AppCertificate certificate, String channel, String user) {
            if (!(content instanceof TokenContent.V006 token)) {
                throw new IllegalStateException("Format 007 contains the names that it signs; pass none");
            }
            byte[] expected = Format006.signature(certificate, token.appId(), channel, user, signed);
            return MessageDigest.isEqual(expected, signature);
        }

        @Override
        public String toString() {
            return "DecodedToken[format " + content.format() + ", " + irregularities.size() + " irregularities]";
        }
    }

    /** Something that a strict reader would refuse. */
    public record Irregularity(TokenDefect tokenDefect, String message) {}
}
