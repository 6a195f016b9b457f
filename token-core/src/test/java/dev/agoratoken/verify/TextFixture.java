package dev.agoratoken.verify;

import static dev.agoratoken.verify.DiagnosisFixture.FIRST;
import static dev.agoratoken.verify.DiagnosisFixture.STRANGE;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Factory of texts with tokens for channel room1 and uid 7, valid at {@link #NOW}, and of ways to damage them. */
final class TextFixture {
    static final Instant NOW = Instant.parse("2033-05-18T00:00:00Z");
    static final Expectation JOIN = Expectation.NONE
            .withChannel("room1")
            .withUser(ExpectedUser.number(7))
            .withPurpose(Purpose.JOIN);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)((?:\\|[^}]+)?)}");
    private static final String SPACED_APP_ID = DiagnosisFixture.APP_ID.value() + " ";
    private static final Instant END = NOW.plusSeconds(3600);

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry(
                    "T",
                    "006970CA35de60c44645bbae8a215061b33IACG7pSJtVvKSolo3AmlUj92bV/sdZoSpbHorbpvgVIAvCo6c+SCSr9qEAABAAAAAJQ1dwEAAQAAlDV3"),
            Map.entry("X", token006(STRANGE, "room1")),
            Map.entry("O", token006(FIRST, "other")),
            Map.entry("L", DiagnosisFixture.token006(END, END, FIRST, "7", "", 1000)),
            Map.entry("R", DiagnosisFixture.token006(END, END, FIRST, "room1", "7", 1, 5)),
            Map.entry("S", token007(DiagnosisFixture.rtc("room1", "7"))),
            Map.entry("M", token007(DiagnosisFixture.rtm("7"))),
            Map.entry("A006", spaced006()),
            Map.entry("A007", spaced007()),
            Map.entry("bom", "\uFEFF"),
            Map.entry("nbsp", "\u00A0"),
            Map.entry("space", " "),
            Map.entry("hellip", "\u2026"),
            Map.entry("ldquo", "\u201C"),
            Map.entry("rdquo", "\u201D"));

    private TextFixture() {}

    /** Returns a text with its placeholders replaced, such as {@code {T|cut:90}} or {@code {T|cut:90|at:40: }}. */
    static String text(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(text(found)));
    }

    private static String text(MatchResult placeholder) {
        String text = TEXTS.get(placeholder.group(1));
        if (text == null) {
            return placeholder.group();
        }
        String damage = placeholder.group(2);
        for (String step :
                damage.isEmpty() ? new String[0] : damage.substring(1).split("\\|")) {
            text = damaged(text, step.split(":", 3));
        }
        return text;
    }

    private static String damaged(String token, String[] damage) {
        return switch (damage[0]) {
            case "percent" -> percent(token);
            case "percent2" -> percent(token).replace("%", "%25");
            case "again" -> token.replace("%", "%25");
            case "json" -> token.replace("+", "\\u002B").replace("=", "\\u003d");
            case "slash" -> token.replace("/", "\\/");
            case "html" -> token.replace("+", "&#43;").replace("=", "&#x3D;");
            case "space" -> token.replace('+', ' ');
            case "urlsafe" -> token.replace('+', '-').replace('/', '_');
            case "nopad" -> token.replace("=", "");
            case "lower" -> token.toLowerCase(Locale.ROOT);
            case "upper" -> token.toUpperCase(Locale.ROOT);
            case "base64" -> Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.US_ASCII));
            case "cut" -> token.substring(0, Integer.parseInt(damage[1]));
            case "from" -> token.substring(Integer.parseInt(damage[1]));
            case "drop" -> token.substring(0, token.length() - Integer.parseInt(damage[1]));
            case "wrap" -> token.replaceAll("(.{" + damage[1] + "})", "$1\n");
            case "at" ->
                new StringBuilder(token)
                        .insert(Integer.parseInt(damage[1]), damage[2])
                        .toString();
            default -> throw new IllegalArgumentException(damage[0]);
        };
    }

    private static String percent(String token) {
        return token.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
    }

    private static String token006(AppCertificate certificate, String channel) {
        return LongStream.range(0, 1000)
                .mapToObj(i -> DiagnosisFixture.token006(END.plusSeconds(i), END, certificate, channel, "7", 1))
                .filter(token -> token.contains("+") && token.contains("/"))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a padded token with all digits that transport damages. */
    private static String token007(ServiceContent service) {
        return LongStream.range(0, 10_000)
                .mapToObj(salt -> TokenCodec.write(
                                new TokenContent.V007(
                                        DiagnosisFixture.APP_ID,
                                        Salt.of(salt),
                                        NOW.minusSeconds(60),
                                        END,
                                        List.of(service),
                                        Optional.empty()),
                                FIRST)
                        .reveal())
                .filter(token -> token.contains("+") && token.contains("/") && token.endsWith("="))
                .findFirst()
                .orElseThrow();
    }

    private static String spaced006() {
        ByteBuffer message = littleEndian(16);
        message.putInt(1).putInt((int) END.getEpochSecond()).putShort((short) 1);
        message.putShort((short) 1).putInt((int) END.getEpochSecond());
        byte[] signature = hmac(certificate(), ascii(SPACED_APP_ID + "room17"), message.array());
        ByteBuffer content = littleEndian(60);
        content.putShort((short) 32).put(signature);
        content.putInt((int) crc32("room1")).putInt((int) crc32("7"));
        content.putShort((short) 16).put(message.array());
        return "006" + SPACED_APP_ID + Base64.getEncoder().encodeToString(content.array());
    }

    private static String spaced007() {
        int issuedAt = (int) NOW.minusSeconds(60).getEpochSecond();
        ByteBuffer body = littleEndian(2 + 33 + 12 + 2 + 2 + 8 + 7 + 3);
        body.putShort((short) 33).put(ascii(SPACED_APP_ID));
        body.putInt(issuedAt).putInt(3600).putInt(1).putShort((short) 1);
        body.putShort((short) 1).putShort((short) 1).putShort((short) 1).putInt(3600);
        body.putShort((short) 5).put(ascii("room1")).putShort((short) 1).put(ascii("7"));
        byte[] key = hmac(littleEndian(4).putInt(issuedAt).array(), certificate());
        key = hmac(littleEndian(4).putInt(1).array(), key);
        ByteBuffer content = littleEndian(34 + body.capacity());
        content.putShort((short) 32).put(hmac(key, body.array())).put(body.array());
        return "007" + Base64.getEncoder().encodeToString(deflated(content.array()));
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] certificate() {
        return ascii("5CFd2fd1755d40ecb72977518be15d3b");
    }

    private static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(ascii(text));
        return crc.getValue();
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
