package dev.agoratoken.verify.grant;

import java.util.List;
import java.util.Optional;

/** The texts that programming languages write for a value that is not there, and that end up in tokens as names. */
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
            "\"null\"");

    private MissingValue() {}

    /** Returns the text that a name is; empty if it is an ordinary name. */
    public static Optional<String> of(EncodedName name) {
        return TEXTS.stream().filter(name::equalsName).findFirst();
    }

    /** Returns whether a name of the client is such a text. */
    public static boolean is(String name) {
        return TEXTS.contains(name);
    }
}
