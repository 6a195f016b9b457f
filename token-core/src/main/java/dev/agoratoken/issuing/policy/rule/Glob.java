package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.text.Wildcard;

/**
 * A pattern in which {@code *} stands for any text; case matters. Matching takes at most as many steps as the product
 * of the two lengths.
 */
record Glob(String pattern) {
    static final Glob EVERYTHING = new Glob("*");

    /**
     * Whether the pattern matches the complete text. Only a {@code *} matches a {@code *} in the text, so for a text
     * that is itself a pattern the result is whether everything that it matches is covered.
     */
    boolean covers(String text) {
        return Wildcard.matches(pattern, text);
    }

    /** Whether some text matches both this pattern and the other, which may be a plain text. */
    boolean overlaps(String other) {
        boolean[] reached = {};
        for (int i = pattern.length(); i >= 0; i--) {
            boolean[] after = reached;
            reached = new boolean[other.length() + 1];
            for (int j = other.length(); j >= 0; j--) {
                reached[j] = meet(i, j, other, reached, after);
            }
        }
        return reached[0];
    }

    /** Whether the rests of both from these positions overlap, given the results for the next position. */
    private boolean meet(int i, int j, String other, boolean[] here, boolean[] after) {
        boolean endsHere = i == pattern.length();
        boolean endsThere = j == other.length();
        if (endsHere && endsThere) {
            return true;
        }
        if (!endsHere && pattern.charAt(i) == '*') {
            return after[j] || !endsThere && here[j + 1];
        }
        if (!endsThere && other.charAt(j) == '*') {
            return here[j + 1] || !endsHere && after[j];
        }
        return !endsHere && !endsThere && pattern.charAt(i) == other.charAt(j) && after[j + 1];
    }
}
