package dev.agoratoken.verify.grant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The texts that code writes for a value that is not there, and that end up in tokens as names. */
public final class MissingValue {
    private static final List<String> TEXTS = List.of(
            "undefined",
            "null",
            "NaN",
            "[object Object]",
            "[object Promise]",
            "[object Undefined]",
            "[object Null]",
            "None",
            "nil",
            "<nil>",
            "<null>",
            "(null)",
            "NULL",
            "nan",
            "\"undefined\"",
            "\"null\"",
            "true",
            "false",
            "uid",
            "userId",
            "${uid}",
            "{uid}",
            ":uid",
            "%d",
            "%s");

    /** A variable in a template that nothing replaced. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[$#]?\\{{1,2} ?\\w+ ?}{1,2}|<\\w+>|%\\(?\\w*\\)?[ds]");

    private MissingValue() {}

    /** Returns the text that a name is; empty if it is an ordinary name. */
    public static Optional<String> of(EncodedName name) {
        for (int i = 0; i < TEXTS.size(); i++) {
            if (name.equalsName(TEXTS.get(i))) {
                return Optional.of(TEXTS.get(i));
            }
        }
        return name instanceof EncodedName.Plain plain && isPlaceholder(plain.text())
                ? Optional.of(plain.text())
                : Optional.empty();
    }

    /** Returns whether a name of the client is such a text. */
    public static boolean is(String name) {
        return TEXTS.contains(name) || isPlaceholder(name);
    }

    private static boolean isPlaceholder(String name) {
        return !name.isEmpty()
                && name.length() <= 32
                && "$#{<%".indexOf(name.charAt(0)) >= 0
                && PLACEHOLDER.matcher(name).matches();
    }
}
