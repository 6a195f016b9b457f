package dev.agoratoken.http.legacy;

import dev.agoratoken.http.json.JsonCodec;
import dev.agoratoken.http.legacy.LegacyParameters.CappedLifetime;
import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Role;
import io.javalin.http.Context;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON body on a compatible route, read as the older servers did: names are case-insensitive, unknown
 * fields are ignored, and an empty string is the same as none.
 */
final class BodyFields {
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private final Map<String, Object> values;

    private BodyFields(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Reads the body of a request, whatever its content type.
     *
     * @param example a beginning of a valid body, for the message
     * @param names the known fields
     * @throws InvalidValueException if the body is not an object, or has a known field twice
     */
    static BodyFields read(Context ctx, String example, String... names) {
        return of(JsonCodec.parse(RequestBodies.read(ctx)), example, names);
    }

    /** The same for a parsed body; null is the same as an empty object. */
    static BodyFields of(@Nullable Object json, String example, String... names) {
        if (json != null && !(json instanceof Map)) {
            throw new InvalidValueException("body", "not a JSON object", "send " + example);
        }
        Map<String, String> known = new HashMap<>();
        for (String name : names) {
            known.put(name.toLowerCase(Locale.ROOT), name);
        }
        Map<String, Object> values = new HashMap<>();
        if (json instanceof Map<?, ?> object) {
            object.forEach((key, value) -> {
                String name = known.get(key.toString().toLowerCase(Locale.ROOT));
                if (name != null && values.containsKey(name)) {
                    throw new InvalidValueException(name, "given twice", "send it once");
                }
                if (name != null) {
                    values.put(name, value);
                }
            });
        }
        return new BodyFields(values);
    }

    /** Returns the value as parsed; empty if it is absent or null. */
    Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Returns a text.
     *
     * @throws InvalidValueException if it is not a string, or is the text of an unset variable
     */
    Optional<String> text(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof String)) {
            throw new InvalidValueException(name, "not a string but " + kind(value), "send it as a JSON string");
        }
        return Optional.ofNullable((String) value)
                .filter(text -> !text.isEmpty())
                .map(text -> UnsetValue.reject(name, text));
    }

    /** Returns a user as text. A JSON number is a uid, never an account. */
    Optional<String> user(String name) {
        Optional<BigInteger> number = wholeNumber(values.get(name));
        if (number.isEmpty() && values.get(name) instanceof Number fraction) {
            throw new InvalidValueException(
                    name, "not a whole number but " + fraction, "use a whole number from 1 to 4294967295");
        }
        if (number.isEmpty()) {
            return text(name);
        }
        String digits = number.get().toString();
        return Optional.of(
                LegacyParameters.isZero(digits) ? "0" : UserId.parse(digits).value());
    }

    /** Returns a role, given by name or as the number 1 or 2. */
    Optional<Role> role(String name) {
        return wholeNumber(values.get(name))
                .map(BigInteger::toString)
                .or(() -> text(name))
                .map(LegacyParameters::role);
    }

    /** Returns a lifetime in seconds; 0 stands for the default. */
    CappedLifetime lifetime(String name) {
        Object value = values.get(name);
        if (value == null) {
            return CappedLifetime.UNSPECIFIED;
        }
        if (value instanceof String text) {
            UnsetValue.reject(name, text);
        }
        BigInteger seconds = wholeNumber(value)
                .filter(number -> number.signum() >= 0)
                .orElseThrow(() -> new InvalidValueException(
                        name,
                        "invalid lifetime " + Printable.quote(value.toString()),
                        "use whole seconds as a JSON number, or 0 for the default lifetime"));
        return seconds.signum() == 0
                ? CappedLifetime.UNSPECIFIED
                : CappedLifetime.of(seconds.min(MAX_LONG).longValue());
    }

    /** Returns a whole number; the library reads it as the smallest type that holds it. */
    static Optional<BigInteger> wholeNumber(@Nullable Object value) {
        if (value instanceof BigInteger large) {
            return Optional.of(large);
        }
        return value instanceof Integer || value instanceof Long
                ? Optional.of(BigInteger.valueOf(((Number) value).longValue()))
                : Optional.empty();
    }

    private static String kind(Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        return value instanceof List ? "an array" : value.toString();
    }
}
