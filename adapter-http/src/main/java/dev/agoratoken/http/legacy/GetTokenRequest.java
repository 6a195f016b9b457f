package dev.agoratoken.http.legacy;

import dev.agoratoken.http.legacy.LegacyParameters.CappedLifetime;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of {@code POST /getToken}, read as the older server did: field names are case-insensitive, unknown fields are
 * ignored, and an empty string is the same as none.
 */
record GetTokenRequest(CappedLifetime lifetime, List<Service> services) {
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    private static final Set<String> NAMES = Set.of("tokentype", "channel", "role", "uid", "expire");

    /**
     * Reads the body.
     *
     * @param json the parsed body; null is the same as an empty object
     * @throws InvalidValueException at the first invalid field
     */
    static GetTokenRequest of(Object json) {
        Map<String, Object> fields = fields(json);
        return new GetTokenRequest(lifetime(fields.get("expire")), services(fields));
    }

    TokenRequest request() {
        return new TokenRequest(Optional.empty(), Optional.empty(), lifetime.lifetime(), services);
    }

    private static Map<String, Object> fields(Object json) {
        if (json != null && !(json instanceof Map)) {
            throw new InvalidValueException("body", "not a JSON object", "send {\"tokenType\":\"rtc\", …}");
        }
        Map<String, Object> fields = new HashMap<>();
        if (json instanceof Map<?, ?> object) {
            object.forEach((key, value) -> {
                String name = key.toString().toLowerCase(Locale.ROOT);
                if (NAMES.contains(name) && fields.containsKey(name)) {
                    throw new InvalidValueException(name, "given twice", "send it once");
                }
                fields.put(name, value);
            });
        }
        return fields;
    }

    private static List<Service> services(Map<String, Object> fields) {
        String tokenType = text(fields, "tokentype").orElse("");
        Optional<String> uid = uid(fields);
        return switch (tokenType) {
            case "rtc" -> List.of(rtc(fields, uid.orElseThrow(GetTokenRequest::missingUser)));
            case "rtm" -> rtm(fields, RtmUserId.of(uid.orElseThrow(GetTokenRequest::missingUser)));
            case "chat" -> List.of(uid.map(ChatUserId::of).map(Chat::user).orElseGet(Chat::app));
            default ->
                throw new InvalidValueException(
                        "tokenType", "invalid token type " + Printable.quote(tokenType), "use rtc, rtm or chat");
        };
    }

    private static Service rtc(Map<String, Object> fields, String uid) {
        return Rtc.as(
                role(fields).orElse(Role.SUBSCRIBER),
                ChannelName.of(text(fields, "channel").orElse("")),
                LegacyParameters.numberOrAccount(uid));
    }

    /** With a channel, the user may join that stream channel, and publish there unless the role is a subscriber's. */
    private static List<Service> rtm(Map<String, Object> fields, RtmUserId user) {
        boolean mayPublishData = role(fields).orElse(Role.PUBLISHER) == Role.PUBLISHER;
        return text(fields, "channel")
                .map(channel -> ServiceCombinations.streamChannel(user, ChannelName.of(channel), mayPublishData))
                .orElseGet(() -> List.of(Rtm.login(user)));
    }

    private static Optional<Role> role(Map<String, Object> fields) {
        return text(fields, "role").map(Role::fromLabel);
    }

    /** A JSON number is a uid, never an account. */
    private static Optional<String> uid(Map<String, Object> fields) {
        Optional<BigInteger> number = wholeNumber(fields.get("uid"));
        if (number.isEmpty()) {
            return text(fields, "uid");
        }
        String digits = number.get().toString();
        return Optional.of(
                LegacyParameters.isZero(digits) ? digits : UserId.parse(digits).value());
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        if (value != null && !(value instanceof String)) {
            throw new InvalidValueException(name, "not a string but " + kind(value), "send it as a JSON string");
        }
        return Optional.ofNullable((String) value).filter(text -> !text.isEmpty());
    }

    private static String kind(Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        return value instanceof List ? "an array" : value.toString();
    }

    private static CappedLifetime lifetime(Object expire) {
        if (expire == null) {
            return CappedLifetime.UNSPECIFIED;
        }
        BigInteger seconds = wholeNumber(expire)
                .filter(number -> number.signum() >= 0)
                .orElseThrow(() -> new InvalidValueException(
                        "expire",
                        "invalid lifetime " + Printable.quote(expire.toString()),
                        "use whole seconds as a JSON number, or 0 for the default lifetime"));
        return seconds.signum() == 0
                ? CappedLifetime.UNSPECIFIED
                : CappedLifetime.of(seconds.min(MAX_LONG).longValue());
    }

    /** Returns a whole number; the library reads it as the smallest type that holds it. */
    private static Optional<BigInteger> wholeNumber(Object value) {
        if (value instanceof BigInteger large) {
            return Optional.of(large);
        }
        return value instanceof Integer || value instanceof Long
                ? Optional.of(BigInteger.valueOf(((Number) value).longValue()))
                : Optional.empty();
    }

    private static InvalidValueException missingUser() {
        return new InvalidValueException("uid", "missing", "send the user's uid or account");
    }
}
