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
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;

/**
 * Codec of format 007: several services, times relative to the time of issue
 * (docs/reference/token-format.md#format-007).
 */
final class Format007 {
    private static final String PREFIX = TokenFormat.V007.prefix();
    private static final int APP_ID_LENGTH = 32;

    /** The offset of the signature in the stream: after the header of the stream and the length of the signature. */
    private static final int SIGNATURE = ZlibStream.HEADER + 2;

    /** The offset of the signed bytes in the stream. */
    private static final int SIGNED = SIGNATURE + HmacSha256.LENGTH;

    private static final int U32 = 4;

    /** The offset of the salt from the time of issue: after it and the lifetime. */
    private static final int SALT = U32 + U32;

    private Format007() {}

    static TokenText write(TokenContent.V007 token, AppCertificate certificate) {
        if (token.unread().isPresent()) {
            throw new IllegalArgumentException("A service of an unknown type was not read and cannot be written");
        }
        long lifetime = token.expiresAt().getEpochSecond() - token.issuedAt().getEpochSecond();
        ToLongFunction<PrivilegeExpiry> seconds = expiry -> ServiceCodec.seconds(expiry, lifetime);
        byte[] stream = ByteWriter.write(
                ZlibStream.HEADER, out -> writeContent(out, token, lifetime, seconds), ZlibStream.CHECKSUM);
        requireSize("content", stream.length - ZlibStream.HEADER - ZlibStream.CHECKSUM, ZlibStream.MAX_CONTENT);
        sign(certificate, stream, SIGNED, stream.length - ZlibStream.CHECKSUM, stream, SIGNATURE);
        String text = Base64Text.encode(PREFIX, ZlibStream.compress(stream));
        requireSize("text", text.length(), TokenCodec.MAX_TEXT);
        return TokenText.of(text);
    }

    /** Rejects a token that would be too large to read. */
    private static void requireSize(String what, int size, int max) {
        if (size > max) {
            throw new InvalidValueException(
                    "services",
                    "the " + what + " of the token would have " + size + " bytes, but the limit is " + max,
                    "split the services over several tokens");
        }
    }

    private static void writeContent(
            ByteWriter out, TokenContent.V007 token, long lifetime, ToLongFunction<PrivilegeExpiry> seconds) {
        out.u16("signature", HmacSha256.LENGTH);
        out.skip(HmacSha256.LENGTH);
        out.ascii("appId", token.appId().value());
        out.u32("issuedAt", token.issuedAt().getEpochSecond());
        out.u32("lifetime", lifetime);
        out.u32("salt", token.salt().value());
        out.count("services", token.services().size());
        for (ServiceContent service : AscendingOrder.ascending(
                token.services(), service -> service.type().id())) {
            ServiceCodec.write(out, service, seconds);
        }
    }

    static DecodedToken read(String text) {
        List<Irregularity> irregularities = new ArrayList<>();
        byte[] stream = Base64Text.decode(text, PREFIX.length(), irregularities);
        ByteReader in = new ByteReader(ZlibStream.decompress(stream, irregularities));
        byte[] signature = in.bytesOfLength(HmacSha256.LENGTH, "signature");
        byte[] signed = in.rest();
        String signedAppId = signedAppId(in);
        AppId appId = SpacedAppId.read(signedAppId, irregularities);
        Instant issuedAt = Instant.ofEpochSecond(in.u32("time of issue"));
        Instant expiresAt = issuedAt.plusSeconds(in.u32("lifetime"));
        Salt salt = Salt.of(in.u32("salt"));

        int count = in.count("number of services");
        List<ServiceContent> services = new ArrayList<>();
        Optional<TokenContent.UnparsedTail> unread = readServices(in, count, services, irregularities);
        AscendingOrder.reportDescent(services, service -> service.type().id(), "service type", "", irregularities);
        unread.ifPresentOrElse(
                rest -> irregularities.add(new Irregularity(
                        TokenDefect.UNKNOWN_SERVICE,
                        "service " + (services.size() + 1) + " of " + count + " has the unknown type "
                                + rest.serviceType() + ", so the rest was not read")),
                () -> in.reportRest("the last service", irregularities));
        TokenContent content = new TokenContent.V007(appId, salt, issuedAt, expiresAt, services, unread);
        return new DecodedToken(content, signature, signed, signedAppId, irregularities);
    }

    /** Reads the App ID, with the spaces that a builder may have got around it. */
    static String signedAppId(ByteReader in) {
        int length = in.u16("length of the App ID");
        if (length < APP_ID_LENGTH || length > APP_ID_LENGTH + SpacedAppId.MAX_SPACES) {
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT,
                    "the App ID has " + Printable.count(length, "byte") + " instead of " + APP_ID_LENGTH);
        }
        return new String(in.bytes(length, "App ID"), StandardCharsets.ISO_8859_1);
    }

    /** Returns where the token at the beginning of a text ends, by the end of its zlib stream; empty if it is incomplete. */
    static OptionalInt endOf(String text) {
        int start = PREFIX.length();
        int digits = Base64Text.endOfDigits(text, start) - start;
        OptionalInt bytes = ZlibStream.length(Base64Text.decodeDigits(text.substring(start, start + digits)));
        return bytes.isPresent()
                ? OptionalInt.of(Base64Text.endOfPadding(text, start, start + Base64Text.digits(bytes.getAsInt())))
                : bytes;
    }

    /** Adds the services before the first one of an unknown type, and returns that one with all bytes after it. */
    private static Optional<TokenContent.UnparsedTail> readServices(
            ByteReader in, int count, List<ServiceContent> services, List<Irregularity> irregularities) {
        for (int i = 0; i < count; i++) {
            int id = in.u16("type of a service");
            Optional<ServiceType> type = ServiceType.withId(id);
            if (type.isEmpty()) {
                return Optional.of(
                        new TokenContent.UnparsedTail(id, HexFormat.of().formatHex(in.rest())));
            }
            services.add(ServiceCodec.read(in, type.get(), irregularities));
        }
        return Optional.empty();
    }

    /**
     * Signs the bytes from {@code start} (inclusive) to {@code end} (exclusive). The key is derived from the
     * certificate and, taken from the signed bytes, the time of issue and the salt
     * (docs/adr/0053-the-keys-of-a-signature-are-read-from-the-signed-bytes.md).
     *
     * @param target receives the signature at {@code position}, and before that the intermediate keys
     */
    static void sign(AppCertificate certificate, byte[] bytes, int start, int end, byte[] target, int position) {
        HmacSha256 hmac = new HmacSha256();
        int time = timeOfIssue(bytes, start);
        hmac.key(bytes, time, U32).update(certificate).finish(target, position);
        finishSignature(hmac, bytes, start, end, target, position);
    }

    /** Signs bytes with another key than a certificate. */
    static void sign(byte[] certificate, byte[] bytes, byte[] target) {
        HmacSha256 hmac = new HmacSha256();
        hmac.key(bytes, timeOfIssue(bytes, 0), U32).update(certificate).finish(target, 0);
        finishSignature(hmac, bytes, 0, bytes.length, target, 0);
    }

    /** The position of the time of issue. It follows the App ID, whose length with spaces fits into one byte. */
    private static int timeOfIssue(byte[] bytes, int start) {
        return start + 2 + bytes[start];
    }

    private static void finishSignature(
            HmacSha256 hmac, byte[] bytes, int start, int end, byte[] target, int position) {
        hmac.key(bytes, timeOfIssue(bytes, start) + SALT, U32)
                .update(target, position, position + HmacSha256.LENGTH)
                .finish(target, position);
        hmac.key(target, position, HmacSha256.LENGTH).update(bytes, start, end).finish(target, position);
    }
}
