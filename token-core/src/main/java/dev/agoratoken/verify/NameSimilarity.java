package dev.agoratoken.verify;

import dev.agoratoken.token.WholeNumber;
import java.util.Locale;

/** Similarity of two different names. */
final class NameSimilarity {
    private NameSimilarity() {}

    /** Returns the difference as the end of a message; empty if the names are not similar. */
    static String of(EncodedName stored, String name) {
        if (stored.equalsName(name.strip()) || isPadded(stored, name)) {
            return ": spaces differ";
        }
        if (stored instanceof EncodedName.Plain plain && plain.text().equalsIgnoreCase(name)
                || stored.equalsName(name.toLowerCase(Locale.ROOT))
                || stored.equalsName(name.toUpperCase(Locale.ROOT))) {
            return ": upper and lower case differ";
        }
        return isSigned(stored, name) ? ": the builder wrote the uid as a signed number" : "";
    }

    private static boolean isPadded(EncodedName stored, String name) {
        return stored instanceof EncodedName.Plain plain && plain.text().strip().equals(name);
    }

    /** Returns whether a uid above 2147483647 was written as negative, as Agora's Java builder for format 006 does. */
    static boolean isSigned(EncodedName stored, String name) {
        return WholeNumber.isDigits(name)
                && name.length() == 10
                && Long.parseLong(name) > Integer.MAX_VALUE
                && stored.equalsName(Integer.toString((int) Long.parseLong(name)));
    }
}
