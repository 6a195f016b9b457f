package dev.agoratoken.verify;

import dev.agoratoken.token.UserId;
import java.util.Locale;

/** What makes two names look alike that are not the same. */
final class Likeness {
    private Likeness() {}

    /** In words, to be put behind both names; empty if they are just different. */
    static String of(StoredName stored, String name) {
        if (stored.is(name.strip()) || isPadded(stored, name)) {
            return ": they differ in blanks";
        }
        if (stored instanceof StoredName.Plain plain && plain.text().equalsIgnoreCase(name)
                || stored.is(name.toLowerCase(Locale.ROOT))
                || stored.is(name.toUpperCase(Locale.ROOT))) {
            return ": they differ in upper and lower case";
        }
        return isSigned(stored, name) ? ": the builder took the number for a signed one" : "";
    }

    private static boolean isPadded(StoredName stored, String name) {
        return stored instanceof StoredName.Plain plain && plain.text().strip().equals(name);
    }

    /** Agora's Java builder for format 006 writes numbers above 2147483647 as negative ones. */
    static boolean isSigned(StoredName stored, String name) {
        return UserId.isDecimal(name)
                && name.length() == 10
                && Long.parseLong(name) > Integer.MAX_VALUE
                && stored.is(Integer.toString((int) Long.parseLong(name)));
    }
}
