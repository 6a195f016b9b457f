package dev.agoratoken.http.legacy;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Rejects the texts that clients send for a variable without a value, such as {@code undefined} in a template string. */
final class UnsetValue {
    private static final Set<String> WORDS = Set.of("undefined", "null", "nan", "(null)", "<null>", "<nil>");

    /** How JavaScript writes an object as text, such as {@code [object Object]}. */
    private static final String OBJECT = "[object ";

    /** Some clients percent-encode a value twice. */
    private static final int MAX_ENCODINGS = 3;

    private UnsetValue() {}

    /**
     * Returns the value of a field.
     *
     * @throws InvalidValueException if it is the text of an unset variable
     */
    static String reject(String field, String value) {
        String text = plain(value).strip().toLowerCase(Locale.ROOT);
        if (WORDS.contains(text) || text.startsWith(OBJECT) && text.endsWith("]")) {
            throw new InvalidValueException(
                    field,
                    "the client sent no " + field + " but " + Printable.quote(value),
                    "set the variable in the client before the request");
        }
        return value;
    }

    private static String plain(String value) {
        String text = value;
        try {
            for (int i = 0; i < MAX_ENCODINGS && text.indexOf('%') >= 0; i++) {
                text = URLDecoder.decode(text, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            // A percent sign of a name.
            return text;
        }
        return text.replace('+', ' ');
    }
}
