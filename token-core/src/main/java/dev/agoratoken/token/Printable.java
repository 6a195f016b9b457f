package dev.agoratoken.token;

/** Shows a value as it was received, safe to print: quoted, cut to a readable length, control characters escaped. */
public final class Printable {
    private static final int MAX_SHOWN = 72;

    private Printable() {}

    /** The text in quotes, at most 72 characters of it, with everything outside printable ASCII escaped. */
    public static String quote(String text) {
        if (text == null) {
            return "nothing";
        }
        StringBuilder shown = new StringBuilder().append('"');
        text.chars().limit(MAX_SHOWN).forEach(c -> append(shown, (char) c));
        shown.append('"');
        if (text.length() > MAX_SHOWN) {
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
