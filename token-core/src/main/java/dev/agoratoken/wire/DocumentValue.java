package dev.agoratoken.wire;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value in a document that somebody sent, as a JSON library leaves it: a map, a list, a text, a number, a flag, or null.
 * It is read as what it should be, or else complained about and empty.
 */
record DocumentValue(Object received, FieldPath path, ValidationErrors errors) {
    /** The whole document. */
    static DocumentValue top(Object tree, ValidationErrors validationErrors) {
        return new DocumentValue(tree, FieldPath.TOP, validationErrors);
    }

    /** A text that the parser accepts. */
    <T> Optional<T> text(Function<String, T> parser) {
        if (!(received instanceof String text)) {
            return reject("must be a string, not " + shown(), "put it in quotes");
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (InvalidValueException e) {
            return reject(e.problem(), e.remedy());
        }
    }

    Optional<Boolean> flag() {
        return received instanceof Boolean flag
                ? Optional.of(flag)
                : reject("must be true or false, not " + shown(), "use true, or omit it");
    }

    /** A number without a fraction in that range; {@code 3600.0} is none, so that nobody has to round. */
    Optional<Long> wholeNumber(long least, long most, String remedy) {
        boolean fits = received instanceof Integer || received instanceof Long;
        if (!fits && !(received instanceof BigInteger)) {
            return reject("must be a whole number, not " + shown(), remedy);
        }
        long number = fits ? ((Number) received).longValue() : 0;
        return fits && number >= least && number <= most
                ? Optional.of(number)
                : reject(shown() + " is out of range", remedy);
    }

    Optional<DocumentObject> object(String remedy) {
        return received instanceof Map<?, ?> fields
                ? Optional.of(new DocumentObject(fields, path, errors))
                : reject("must be an object, not " + shown(), remedy);
    }

    /** The items of a list that is not longer than that. */
    List<DocumentValue> list(int most, String remedy) {
        if (!(received instanceof List<?> items)) {
            reject("must be a list, not " + shown(), remedy);
            return List.of();
        }
        if (items.size() > most) {
            reject("too many items (" + items.size() + ")", "use at most " + most);
            return List.of();
        }
        List<DocumentValue> values = new ArrayList<>(items.size());
        for (Object item : items) {
            values.add(new DocumentValue(item, path.item(values.size()), errors));
        }
        return values;
    }

    <T> Optional<T> reject(String problem, String remedy) {
        errors.add(path, problem, remedy);
        return Optional.empty();
    }

    private String shown() {
        if (received instanceof String text) {
            return Printable.quote(text);
        }
        if (received instanceof Map) {
            return "an object";
        }
        return received instanceof List ? "a list" : cut(String.valueOf(received));
    }

    private static String cut(String number) {
        return number.length() <= 40 ? number : number.substring(0, 40) + "... (" + number.length() + " digits)";
    }
}
