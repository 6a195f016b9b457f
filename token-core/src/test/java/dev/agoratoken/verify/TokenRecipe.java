package dev.agoratoken.verify;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token that a line of text describes. The format comes first, then:
 *
 * <ul>
 *   <li>{@code app=}, {@code cert=}: what is used as App ID and certificate, by name
 *   <li>{@code age=}: seconds since it was made, 60 without it; {@code life=}, {@code privilege=}: its seconds and those
 *       of its privileges in format 007
 *   <li>{@code end=}, {@code until=}, {@code issued=}: the ends of a 006 token and of its privileges, and the time of
 *       issue, as Unix times, or {@code ms} for milliseconds of which 32 bits are kept
 *   <li>{@code names:channel,user p:1+2}: the names and privileges of format 006
 *   <li>{@code rtc:channel,user,1+2} and so on: the services of format 007, {@code -} for no privilege
 * </ul>
 */
public final class TokenRecipe {
    static final Instant AT = Instant.parse("2033-05-18T00:00:00Z");
    static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
    static final String CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b";
    static final String SECOND = "7dA4f1f0c2b94b0e8a6cE31d5b9f2a70";
    static final Project PROJECT = new Project(
            ProjectName.of("main"),
            AppId.of(APP_ID),
            List.of(AppCertificate.of(CERTIFICATE), AppCertificate.of(SECOND)));

    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String[]> services = new ArrayList<>();

    private TokenRecipe(String line) {
        for (String word : line.split(" ")) {
            if (word.contains("=")) {
                options.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            } else if (word.contains(":")) {
                services.add(word.split("[:,]", -1));
            } else {
                options.put("format", word);
            }
        }
    }

    public static String token(String line) {
        TokenRecipe recipe = new TokenRecipe(line);
        return recipe.options.get("format").equals("006") ? recipe.format006() : recipe.format007();
    }

    static String decoded(String name) {
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static String named(String name) {
        return switch (name) {
            case "APPID" -> APP_ID;
            case "CERT" -> CERTIFICATE;
            case "UPPERCERT" -> CERTIFICATE.toUpperCase(Locale.ROOT);
            case "SECOND" -> SECOND;
            case "LOWER" -> APP_ID.toLowerCase(Locale.ROOT);
            case "UPPER" -> APP_ID.toUpperCase(Locale.ROOT);
            default -> decoded(name);
        };
    }

    private AppId appId() {
        return AppId.of(named(options.getOrDefault("app", "APPID")));
    }

    private byte[] key() {
        String name = options.getOrDefault("cert", "first");
        if (name.equals("hex")) {
            return HEX.parseHex(CERTIFICATE);
        }
        return (switch (name) {
                    case "first" -> CERTIFICATE;
                    case "second" -> SECOND;
                    case "uppersecond" -> SECOND.toUpperCase(Locale.ROOT);
                    case "appid" -> APP_ID;
                    case "other" -> "f".repeat(32);
                    case "lower" -> CERTIFICATE.toLowerCase(Locale.ROOT);
                    case "upper" -> CERTIFICATE.toUpperCase(Locale.ROOT);
                    case "space" -> CERTIFICATE + " ";
                    case "leading" -> " " + CERTIFICATE;
                    case "newline" -> CERTIFICATE + "\n";
                    case "crlf" -> CERTIFICATE + "\r\n";
                    case "dquote" -> '"' + CERTIFICATE + '"';
                    case "squote" -> "'" + CERTIFICATE + "'";
                    case "bom" -> "\ufeff" + CERTIFICATE;
                    case "undefined" -> "undefined";
                    case "empty" -> "";
                    default -> throw new IllegalArgumentException(name);
                })
                .getBytes(StandardCharsets.UTF_8);
    }

    private long made() {
        return AT.getEpochSecond() - Long.parseLong(options.getOrDefault("age", "60"));
    }

    private Instant time(String option, long otherwise) {
        String value = options.get(option);
        return Instant.ofEpochSecond(
                value == null
                        ? otherwise
                        : value.equals("ms") ? otherwise * 1000 & 0xFFFF_FFFFL : Long.parseLong(value));
    }

    private static int[] ids(String privileges) {
        return privileges.equals("-")
                ? new int[0]
                : Stream.of(privileges.split("\\+")).mapToInt(Integer::parseInt).toArray();
    }

    private String format006() {
        String[] names = services.get(0);
        String channel = named(names[1]);
        String user = named(names[2]);
        PrivilegeExpiry until = new PrivilegeExpiry.At(time("until", made() + 3600));
        List<PrivilegeEntry> privileges = Arrays.stream(ids(services.get(1)[1]))
                .mapToObj(id -> new PrivilegeEntry(id, until))
                .toList();
        String text = TokenCodec.write(
                        new Format006Payload(
                                appId(), Salt.of(1), time("end", made() + 86_400), channel, user, privileges),
                        AppCertificate.of(CERTIFICATE))
                .reveal();
        byte[] content = Base64.getDecoder().decode(text.substring(35));
        byte[] message = Arrays.copyOfRange(content, 44, content.length);
        byte[] signed = join((appId().value() + channel + user).getBytes(StandardCharsets.UTF_8), message);
        System.arraycopy(hmac(key(), signed), 0, content, 2, 32);
        return text.substring(0, 35) + Base64.getEncoder().encodeToString(content);
    }

    private String format007() {
        Instant issued = time("issued", made());
        Instant end = issued.plusSeconds(Long.parseLong(options.getOrDefault("life", "3600")));
        List<ServiceContent> contents = services.stream()
                .map(service -> content(service, privilegeLifetime(Duration.between(issued, end))))
                .toList();
        String text = TokenCodec.write(
                        new TokenContent.V007(appId(), Salt.of(1), issued, end, contents, Optional.empty()),
                        AppCertificate.of(CERTIFICATE))
                .reveal();
        byte[] content = inflate(Base64.getDecoder().decode(text.substring(3)));
        byte[] body = Arrays.copyOfRange(content, 34, content.length);
        byte[] first = hmac(littleEndian(issued.getEpochSecond()), key());
        System.arraycopy(hmac(hmac(littleEndian(1), first), body), 0, content, 2, 32);
        return "007" + Base64.getEncoder().encodeToString(deflate(content));
    }

    private Duration privilegeLifetime(Duration otherwise) {
        return options.containsKey("privilege")
                ? Duration.ofSeconds(Long.parseLong(options.get("privilege")))
                : otherwise;
    }

    private static ServiceContent content(String[] words, Duration lifetime) {
        ServiceType type = ServiceType.fromLabel(words[0]);
        int names = Math.min(2, type.fields().size());
        String standard = type == ServiceType.RTC ? "1+2+3+4" : "1";
        List<PrivilegeEntry> privileges = Arrays.stream(ids(words.length > names + 1 ? words[names + 1] : standard))
                .mapToObj(id -> new PrivilegeEntry(id, new PrivilegeExpiry.After(lifetime)))
                .toList();
        List<FieldValue> fields = new ArrayList<>();
        for (int i = 1; i <= names; i++) {
            fields.add(new FieldValue.Text(named(words[i])));
        }
        if (type == ServiceType.APAAS) {
            fields.add(new FieldValue.Number(1));
        }
        return new ServiceContent(type, privileges, fields);
    }

    private static byte[] littleEndian(long value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] inflate(byte[] stream) {
        Inflater inflater = new Inflater();
        inflater.setInput(stream);
        byte[] content = new byte[4096];
        try {
            return Arrays.copyOf(content, inflater.inflate(content));
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] buffer = new byte[4096];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        return out.toByteArray();
    }
}
