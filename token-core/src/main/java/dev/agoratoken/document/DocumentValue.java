package dev.agoratoken.document;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UserId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A received value in a document, as a JSON library returns it: a map, a list, a string, a number, a boolean, or null.
 * Each method reads it as one type, or reports an error and returns nothing.
 */
record DocumentValue(@Nullable Object received, FieldPath path, ValidationErrors errors) {
    /** Returns the document itself. */
    static DocumentValue top(@Nullable Object tree, ValidationErrors validationErrors) {
        return new DocumentValue(tree, FieldPath.TOP, validationErrors);
    }

    /** Returns a string, as read by a parser. */
    <T> Optional<T> text(Function<String, T> parser) {
        if (!(received instanceof String text)) {
            return reject("must be a string, not " + display(), "put it in quotes");
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
                : reject("must be true or false, not " + display(), "use true, or omit it");
    }

    /** Returns a whole number in a range. {@code 3600.0} is rejected, so that nothing has to be rounded. */
    Optional<Long> wholeNumber(long min, long max, String remedy) {
        if (!(received instanceof Integer || received instanceof Long || received instanceof BigInteger)) {
            return reject("must be a whole number, not " + display(), remedy);
        }
        long number = ((Number) received).longValue();
        return !(received instanceof BigInteger) && number >= min && number <= max
                ? Optional.of(number)
                : reject(display() + " is out of range", remedy);
    }

    /** Returns a uid of at least {@code min}; an error names the uid that a negative number stands for. */
    Optional<Long> uid(long min, String remedy) {
        Optional<UserId> signed = isNegative() ? UserId.ofSigned(String.valueOf(received)) : Optional.empty();
        return signed.isPresent()
                ? reject(
                        received + " is negative, as Java and Android print uids above 2147483647",
                        "use " + signed.get())
                : wholeNumber(min, UserId.MAX_VALUE, remedy);
    }

    private boolean isNegative() {
        return (received instanceof Integer || received instanceof Long) && ((Number) received).longValue() < 0;
    }

    Optional<DocumentObject> object(String remedy) {
        return received instanceof Map<?, ?> fields
                ? Optional.of(new DocumentObject(fields, path, errors))
                : reject("must be an object, not " + display(), remedy);
    }

    /** Returns the items of a list with a maximum length. */
    List<DocumentValue> list(int max, String remedy) {
        if (!(received instanceof List<?> items)) {
            reject("must be a list, not " + display(), remedy);
            return List.of();
        }
        if (items.size() > max) {
            reject("too many items (" + items.size() + ")", "use at most " + max);
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

    private String display() {
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
