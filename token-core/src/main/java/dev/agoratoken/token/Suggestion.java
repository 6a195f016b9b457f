package dev.agoratoken.token;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a mistyped name was meant to be. Thread-safe: there is nothing to hold. */
public final class Suggestion {
    private static final int SHORTEST_PREFIX = 3;

    private Suggestion() {}

    /** {@code did you mean …?} with the known names that come nearest, if any is near enough to be what was meant. */
    public static Optional<String> of(String typed, Collection<String> names) {
        int nearest =
                names.stream().mapToInt(name -> distance(typed, name)).min().orElse(Integer.MAX_VALUE);
        if (nearest > mistakes(bare(typed).length())) {
            return Optional.empty();
        }
        List<String> meant =
                names.stream().filter(name -> distance(typed, name) == nearest).toList();
        return Optional.of("did you mean " + String.join(" or ", meant) + "?");
    }

    /** The remedy for a name that is none of the known ones: the nearest where one is near, and all of them. */
    public static String among(String typed, Collection<String> names) {
        String all = String.join(", ", names);
        return of(typed, names).map(meant -> meant + " There are " + all).orElse("use " + all);
    }

    /** How many mistakes a name of that length may have: in a single character, none. */
    private static int mistakes(int length) {
        return length < 2 ? 0 : Math.max(1, length / 3);
    }

    /** How far apart they are; the beginning of a longer name counts as one mistake. */
    private static int distance(String typed, String name) {
        String left = bare(typed);
        String right = bare(name);
        boolean begun = left.length() >= SHORTEST_PREFIX && right.startsWith(left);
        return begun && !left.equals(right) ? 1 : edits(left, right);
    }

    private static String bare(String name) {
        return name.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
    }

    /** How many characters have to be inserted, deleted, replaced or swapped with their neighbour. */
    private static int edits(String left, String right) {
        int[][] edits = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, left, right, i, j);
            }
        }
        return edits[left.length()][right.length()];
    }

    private static int cheapest(int[][] edits, String left, String right, int i, int j) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int cheapest = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(cheapest, edits[i - 2][j - 2] + 1) : cheapest;
    }
}
