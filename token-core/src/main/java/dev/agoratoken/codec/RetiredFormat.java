package dev.agoratoken.codec;

import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.regex.Pattern;

/** The key formats that preceded tokens, recognized by their shape (docs/reference/token-format.md#older-keys). */
enum RetiredFormat {
    FORMAT_001("format 001", Shape.SIGNED),
    FORMAT_002("format 002", Shape.SIGNED + "[0-9]{20}"),
    FORMAT_003("format 003", "003" + Shape.SIGNED + "[0-9]{20}"),
    FORMAT_004("format 004", "004" + Shape.SIGNED + "[0-9]{10}"),
    FORMAT_005("format 005", "005[A-Za-z0-9+/]{96,}={0,2}"),
    SIGNALING("the old Signaling format \"1:\"", "1:[0-9A-Fa-f]{32}:[0-9]{1,10}:[0-9A-Fa-f]{32}");

    /** The length of the longest format without a prefix; such a key may begin with {@code 006} or {@code 007}. */
    private static final int MAX_UNNUMBERED = 110;

    private final String label;
    private final Pattern shape;

    RetiredFormat(String label, String shape) {
        this.label = label;
        this.shape = Pattern.compile(shape);
    }

    /**
     * Rejects a key of a retired format.
     *
     * @throws UnreadableTokenException if the text is such a key
     */
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

    /** Parts of the patterns; in a class because enum constants cannot use fields of their enum. */
    private static final class Shape {
        /** Signature, App ID, time of issue, random number. */
        static final String SIGNED = "[0-9A-Fa-f]{40}[0-9A-Fa-f]{32}[0-9]{10}[0-9A-Fa-f]{8}";
    }
}
