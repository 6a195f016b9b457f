package dev.agoratoken.codec;

import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.regex.Pattern;

/**
 * The keys that came before tokens, told by their shape so that they can be named
 * (docs/reference/token-format.md#older-keys).
 */
enum RetiredFormat {
    FORMAT_001("format 001", Shape.SIGNED),
    FORMAT_002("format 002", Shape.SIGNED + "[0-9]{20}"),
    FORMAT_003("format 003", "003" + Shape.SIGNED + "[0-9]{20}"),
    FORMAT_004("format 004", "004" + Shape.SIGNED + "[0-9]{10}"),
    FORMAT_005("format 005", "005[A-Za-z0-9+/]{96,}={0,2}"),
    SIGNALING("the old Signaling format \"1:\"", "1:[0-9A-Fa-f]{32}:[0-9]{1,10}:[0-9A-Fa-f]{32}");

    private final String label;
    private final Pattern shape;

    RetiredFormat(String label, String shape) {
        this.label = label;
        this.shape = Pattern.compile(shape);
    }

    /** The longest of those formats that have no number before them and so may begin with any hexadecimal digits. */
    private static final int MAX_UNNUMBERED = 110;

    static void reject(String text) {
        if (text.length() > MAX_UNNUMBERED && (text.startsWith("006") || text.startsWith("007"))) {
            return;
        }
        for (RetiredFormat format : values()) {
            if (format.shape.matcher(text).matches()) {
                throw new UnreadableTokenException(
                        TokenDefect.UNSUPPORTED_FORMAT,
                        "this is a key of " + format.label + ", obsolete since RTC SDK 2.1 (native) and 2.4 (web)");
            }
        }
    }

    /** Apart from the constants, which may not use what is declared after them. */
    private static final class Shape {
        /** Signature, App ID, creation, random number. */
        static final String SIGNED = "[0-9A-Fa-f]{40}[0-9A-Fa-f]{32}[0-9]{10}[0-9A-Fa-f]{8}";
    }
}
