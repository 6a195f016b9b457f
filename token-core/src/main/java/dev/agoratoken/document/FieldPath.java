package dev.agoratoken.document;

import dev.agoratoken.text.Ascii;
import dev.agoratoken.text.Printable;
import org.jspecify.annotations.Nullable;

/** The path of a value in a document. It is converted to text only for errors, since most documents are valid. */
record FieldPath(@Nullable FieldPath above, String name, int index) {
    static final FieldPath TOP = new FieldPath(null, "request", -1);

    private static final int MAX_NAME_LENGTH = 64;

    FieldPath field(String field) {
        return new FieldPath(this, field, -1);
    }

    FieldPath item(int position) {
        return new FieldPath(this, "", position);
    }

    /** Returns the path, such as {@code services[0].channel}; {@code request} is the document itself. */
    String path() {
        if (above == null) {
            return display();
        }
        if (index >= 0) {
            return above.path() + "[" + index + "]";
        }
        return above.above == null ? display() : above.path() + "." + display();
    }

    /** The name, quoted if it contains unusual characters: clients can send any name. */
    private String display() {
        boolean plain =
                name.length() <= MAX_NAME_LENGTH && name.chars().allMatch(FieldPath::isSimpleName) && !name.isEmpty();
        return plain ? name : Printable.quote(name);
    }

    private static boolean isSimpleName(int c) {
        return Ascii.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
