package dev.agoratoken.verify;

import dev.agoratoken.token.WholeNumber;
import java.util.Locale;

/** What makes two names look alike that are not the same. */
final class NameSimilarity {
    private NameSimilarity() {}

    /** In words, to be put behind both names; empty if they are just different. */
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

    /** Agora's Java builder for format 006 writes numbers above 2147483647 as negative ones. */
    static boolean isSigned(EncodedName stored, String name) {
        return WholeNumber.isDigits(name)
                && name.length() == 10
                && Long.parseLong(name) > Integer.MAX_VALUE
                && stored.equalsName(Integer.toString((int) Long.parseLong(name)));
    }
}
