package dev.agoratoken.wire;

import dev.agoratoken.token.Ascii;
import dev.agoratoken.token.Printable;

/** Where in a document something stands. The path is written out only for a complaint, since most documents are good. */
record FieldPath(FieldPath above, String name, int index) {
    static final FieldPath TOP = new FieldPath(null, "request", -1);

    private static final int MAX_NAME_LENGTH = 64;

    FieldPath field(String field) {
        return new FieldPath(this, field, -1);
    }

    FieldPath item(int position) {
        return new FieldPath(this, "", position);
    }

    /** Such as {@code services[0].channel}; {@code request} is the document itself. */
    String path() {
        if (index >= 0) {
            return above.path() + "[" + index + "]";
        }
        return above == null || above == TOP ? display() : above.path() + "." + display();
    }

    /** A name that somebody made up may hold anything. */
    private String display() {
        boolean plain =
                name.length() <= MAX_NAME_LENGTH && name.chars().allMatch(FieldPath::isSimpleName) && !name.isEmpty();
        return plain ? name : Printable.quote(name);
    }

    private static boolean isSimpleName(int c) {
        return Ascii.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
