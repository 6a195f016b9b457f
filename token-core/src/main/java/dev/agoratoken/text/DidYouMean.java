package dev.agoratoken.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Suggestions for mistyped names. Stateless and thread-safe. */
public final class DidYouMean {
    private static final int MIN_PREFIX = 3;

    private DidYouMean() {}

    /** Returns {@code did you mean …?} with the nearest known names; empty if none is near enough. */
    public static Optional<String> of(String typed, Collection<String> names) {
        if (typed == null || isTooLong(typed, names)) {
            return Optional.empty();
        }
        Map<String, Integer> distances = new LinkedHashMap<>();
        names.forEach(name -> distances.put(name, distance(typed, name)));
        int nearest = distances.values().stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
        if (nearest > mistakes(bare(typed).length())) {
            return Optional.empty();
        }
        List<String> candidates = distances.entrySet().stream()
                .filter(entry -> entry.getValue() == nearest)
                .map(Map.Entry::getKey)
                .toList();
        return Optional.of("did you mean " + String.join(" or ", candidates) + "?");
    }

    /**
     * Whether the text is more than twice as long as every name. Skips the comparison, since received texts can be very
     * long.
     */
    private static boolean isTooLong(String typed, Collection<String> names) {
        return names.stream().allMatch(name -> typed.length() / 2 > name.length());
    }

    /** Returns the remedy for an unknown name: the nearest names if there are any, and all valid ones. */
    public static String among(String typed, Collection<String> names) {
        String all = String.join(", ", names);
        return of(typed, names).map(question -> question + " Valid: " + all).orElse("use " + all);
    }

    /** The maximum number of mistakes in a name of that length; none in a single character. */
    private static int mistakes(int length) {
        return length < 2 ? 0 : Math.max(1, length / 3);
    }

    /** The number of mistakes between two names. A prefix of a longer name counts as one mistake. */
    private static int distance(String typed, String name) {
        String left = bare(typed);
        String right = bare(name);
        boolean begun = left.length() >= MIN_PREFIX && right.startsWith(left);
        return begun && !left.equals(right) ? 1 : edits(left, right);
    }

    private static String bare(String name) {
        return name.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
    }

    /**
     * The Damerau-Levenshtein distance: how many characters to insert, delete, replace or swap with their neighbour.
     * Keeps three rows of the table.
     */
    private static int edits(String left, String right) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] row = IntStream.rangeClosed(0, right.length()).toArray();
        for (int i = 1; i <= left.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
                if (isSwapped(left, right, i, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[right.length()];
    }

    private static boolean isSwapped(String left, String right, int i, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
