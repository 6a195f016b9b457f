package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.Wildcard;

/**
 * A pattern in which {@code *} stands for any text and everything else for itself, upper and lower case kept apart. Matching
 * takes at most as many steps as the two lengths multiplied.
 */
record Glob(String pattern) {
    static final Glob EVERYTHING = new Glob("*");

    /**
     * Whether the text matches whole. A {@code *} in the text is matched only by one here, so that for a text that is a
     * pattern itself this tells whether all it stands for is covered.
     */
    boolean covers(String text) {
        return Wildcard.matches(pattern, text);
    }

    /** Whether there is a text that matches both this and the other, which may be a plain text. */
    boolean overlaps(String other) {
        boolean[] reached = new boolean[other.length() + 1];
        for (int i = pattern.length(); i >= 0; i--) {
            boolean[] after = reached;
            reached = new boolean[other.length() + 1];
            for (int j = other.length(); j >= 0; j--) {
                reached[j] = meet(i, j, other, reached, after);
            }
        }
        return reached[0];
    }

    /** Whether the rests from here meet, where those from one step further on are known. */
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
