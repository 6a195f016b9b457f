package dev.agoratoken.codec;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.TokenText;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.PartialContent;
import dev.agoratoken.token.service.TokenContent;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Codec of the text of tokens in formats 006 and 007. Stateless and thread-safe. */
public final class TokenCodec {
    /** The length in characters up to which a text is decoded; real tokens are far shorter. */
    static final int MAX_TEXT = 1 << 16;

    private TokenCodec() {}

    /**
     * Writes a token of format 007 with services in ascending order of type; those of equal type keep their order.
     *
     * @throws dev.agoratoken.token.InvalidValueException if a value is out of the range of its field
     * @throws IllegalArgumentException if a privilege has an absolute expiry, which only format 006 can hold, or if part
     *     of the content was not read
     */
    public static TokenText write(TokenContent.V007 content, AppCertificate certificate) {
        return Format007.write(content, certificate);
    }

    /**
     * Writes a token of format 006.
     *
     * @throws dev.agoratoken.token.InvalidValueException if a value is out of the range of its field
     * @throws IllegalArgumentException if a privilege has a relative expiry, which only format 007 can hold
     */
    public static TokenText write(Format006Payload payload, AppCertificate certificate) {
        return Format006.write(payload, certificate);
    }

    /** Returns the CRC-32 of a name, which format 006 holds instead of the name; 0 for the empty name. */
    public static long checksum(String name) {
        return Format006.crc32(Utf8.encode(name));
    }

    /**
     * Returns where the token at the beginning of a text ends, by the lengths inside; padding belongs to it.
     *
     * @return the length in characters, or empty if the token is incomplete
     */
    public static OptionalInt endOf(String text) {
        if (text.length() > MAX_TEXT) {
            return OptionalInt.empty();
        }
        if (text.startsWith(TokenFormat.V006.prefix())) {
            return Format006.endOf(text);
        }
        return text.startsWith(TokenFormat.V007.prefix()) ? Format007.endOf(text) : OptionalInt.empty();
    }

    /** Returns what can be read of a token that ends too early; empty if that does not include the App ID. */
    public static Optional<PartialContent> readBeginning(String text) {
        boolean isToken = text.startsWith(TokenFormat.V006.prefix()) || text.startsWith(TokenFormat.V007.prefix());
        return isToken && text.length() <= MAX_TEXT ? PartialReader.read(text) : Optional.empty();
    }

    /**
     * Reads a token without checking its signature.
     *
     * @throws UnreadableTokenException if the text is not a token of format 006 or 007
     */
    public static DecodedToken read(String text) {
        if (text.isEmpty()) {
            throw new UnreadableTokenException(TokenDefect.NOT_A_TOKEN, "the text is empty");
        }
        if (text.length() > MAX_TEXT) {
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT, "the text has " + text.length() + " characters, but the limit is " + MAX_TEXT);
        }
        // Before the prefix, because the oldest keys have none and may begin with 006 or 007.
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

    /** The content of a token and the irregularities of its text. Immutable; the signature is not checked yet. */
    public static final class DecodedToken {
        private final TokenContent content;
        private final byte[] signature;
        private final byte[] signed;
        private final String signedAppId;
        private final List<Irregularity> irregularities;

        /**
         * @param signed the part of the content that the signature covers, as received
         * @param signedAppId the App ID as the builder signed it, with spaces around it
         */
        DecodedToken(
                TokenContent content,
                byte[] signature,
                byte[] signed,
                String signedAppId,
                List<Irregularity> irregularities) {
            this.content = content;
            this.signature = signature;
            this.signed = signed;
            this.signedAppId = signedAppId;
            this.irregularities = List.copyOf(irregularities);
        }

        /** Returns the content. */
        public TokenContent content() {
            return content;
        }

        /** Returns the 32 bytes of the signature as 64 lower-case hexadecimal digits. */
        public String signatureHex() {
            return HexFormat.of().formatHex(signature);
        }

        /** Returns what a strict reader would reject, in the order of the text. */
        public List<Irregularity> irregularities() {
            return irregularities;
        }

        /**
         * Returns whether a certificate signed this token of format 007.
         *
         * @throws IllegalStateException if the token has format 006, whose signature covers names that are not in it
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
         * Returns whether a certificate signed this token of format 006 for a channel and a user. The signature covers
         * both without a separator, so compare the checksums in the content as well.
         *
         * @throws IllegalStateException if the token has format 007, which contains its names
         */
        public boolean isSignedBy(AppCertificate certificate, String channel, String user) {
            if (!(content instanceof TokenContent.V006 token)) {
                throw new IllegalStateException("Format 007 contains the names that it signs; pass none");
            }
            return isSignedBy(certificate, signedAppId, channel, user)
                    || !signedAppId.equals(token.appId().value())
                            && isSignedBy(certificate, token.appId().value(), channel, user);
        }

        private boolean isSignedBy(AppCertificate certificate, String appId, String channel, String user) {
            byte[] expected = Format006.signature(certificate, appId, channel, user, signed);
            return MessageDigest.isEqual(expected, signature);
        }

        /**
         * Returns whether this token of format 007 was signed with a variant of a certificate.
         *
         * @throws IllegalStateException if the token has format 006
         */
        public boolean isSignedBy(AppCertificate certificate, CertificateVariant variant) {
            if (!(content instanceof TokenContent.V007)) {
                throw new IllegalStateException("Format 006 signs a channel and a user; pass both");
            }
            byte[] expected = new byte[HmacSha256.LENGTH];
            Format007.sign(variant.keyOf(certificate), signed, expected);
            return MessageDigest.isEqual(expected, signature);
        }

        /**
         * Returns whether this token of format 006 was signed with a variant of a certificate.
         *
         * @throws IllegalStateException if the token has format 007
         */
        public boolean isSignedBy(AppCertificate certificate, CertificateVariant variant, String channel, String user) {
            if (!(content instanceof TokenContent.V006)) {
                throw new IllegalStateException("Format 007 contains the names that it signs; pass none");
            }
            byte[] key = variant.keyOf(certificate);
            byte[] expected =
                    Format006.signature(new HmacSha256().key(key, 0, key.length), signedAppId, channel, user, signed);
            return MessageDigest.isEqual(expected, signature);
        }

        @Override
        public String toString() {
            return "DecodedToken[format " + content.format() + ", " + irregularities.size() + " irregularities]";
        }
    }

    /**
     * A deviation that a strict reader would reject.
     *
     * @param message the problem, with the values received
     */
    public record Irregularity(TokenDefect tokenDefect, String message) {}
}
