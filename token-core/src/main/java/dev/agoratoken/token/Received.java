package dev.agoratoken.token;

/** Shows a value as it was received, safe to print: quoted, cut to a readable length, control characters escaped. */
public final class Received {
    private static final int LONGEST_SHOWN = 72;

    private Received() {}

    /** The text in quotes, at most 72 characters of it, with everything outside printable ASCII escaped. */
    public static String quoted(String text) {
        if (text == null) {
            return "nothing";
        }
        StringBuilder shown = new StringBuilder().append('"');
        text.chars().limit(LONGEST_SHOWN).forEach(c -> append(shown, (char) c));
        shown.append('"');
        if (text.length() > LONGEST_SHOWN) {
            shown.append("... (").append(text.length()).append(" characters)");
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, char c) {
        if (c == '"' || c == '\\') {
            shown.append('\\').append(c);
        } else if (c < 0x20 || c > 0x7E) {
            shown.append(String.format("\\u%04x", (int) c));
        } else {
            shown.append(c);
        }
    }
}
