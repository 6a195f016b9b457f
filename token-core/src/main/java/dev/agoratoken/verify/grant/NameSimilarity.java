package dev.agoratoken.verify.grant;

import dev.agoratoken.text.WholeNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Similarity of two different names. */
public final class NameSimilarity {
    /** The spaces and invisible characters that get into names. */
    static final List<String> SPACES = List.of(" ", "\n", "\r\n", "\t", "\ufeff", "\u200b", "\u00a0");

    private NameSimilarity() {}

    /** Returns the difference as the end of a message; empty if the names are not similar. */
    public static String of(EncodedName stored, String name) {
        if (isPadded(stored, name) || padded(stored, name).isPresent()) {
            return ": spaces differ";
        }
        if (stored instanceof EncodedName.Plain plain && plain.text().equalsIgnoreCase(name)
                || inOtherCase(stored, name).isPresent()) {
            return ": upper and lower case differ";
        }
        if (isSigned(stored, name)) {
            return ": the builder wrote the uid as a signed number";
        }
        return stored instanceof EncodedName.Plain plain ? LookAlikes.difference(plain.text(), name) : "";
    }

    /** Returns the text of a checksum that a similar name has; empty if none has. */
    public static Optional<String> similarTo(EncodedName stored, String name) {
        return padded(stored, name)
                .or(() -> inOtherCase(stored, name))
                .or(() -> isSigned(stored, name) ? Optional.of(signed(name)) : Optional.empty());
    }

    private static Optional<String> padded(EncodedName stored, String name) {
        return Stream.concat(
                        Stream.of(name.strip()),
                        SPACES.stream().flatMap(space -> Stream.of(name + space, space + name)))
                .filter(stored::equalsName)
                .findFirst();
    }

    private static Optional<String> inOtherCase(EncodedName stored, String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))
                .filter(stored::equalsName)
                .findFirst();
    }

    private static boolean isPadded(EncodedName stored, String name) {
        return stored instanceof EncodedName.Plain plain && plain.text().strip().equals(name);
    }

    /** Returns whether a uid above 2147483647 was written as negative, as Agora's Java builder for format 006 does. */
    public static boolean isSigned(EncodedName stored, String name) {
        return WholeNumber.isDigits(name)
                && name.length() == 10
                && signed(name).startsWith("-")
                && stored.equalsName(signed(name));
    }

    private static String signed(String name) {
        return Integer.toString((int) Long.parseLong(name));
    }
}
