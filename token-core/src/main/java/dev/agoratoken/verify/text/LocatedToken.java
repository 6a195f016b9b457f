package dev.agoratoken.verify.text;

/**
 * A token in a text, repaired.
 *
 * @param start the position of its first character in the text
 * @param end the position after its last character
 * @param token the repaired token
 * @param plusSpaces the number of spaces that were replaced by {@code +}
 * @param removed the number of characters that were removed inside the token
 * @param isComplete whether the lengths inside the token fit
 */
record LocatedToken(int start, int end, String token, int plusSpaces, int removed, boolean isComplete) {
    int length() {
        return end - start;
    }

    @Override
    public String toString() {
        return "LocatedToken[" + start + " to " + end + ", redacted]";
    }
}
