package dev.agoratoken.verify.text;

/**
 * The text around a token, without the text itself, because it may be secret.
 *
 * @param what the characters or the kind of text, such as {@code quotes} or {@code a JSON text}; empty if there are none
 * @param before the number of characters before the token
 * @param after the number of characters after the token; of {@link Kind#EXTRA} only those that are attached to it
 * @param number the position among the tokens of the text, from 1
 * @param tokens the number of tokens in the text
 */
public record Surroundings(Kind kind, String what, int before, int after, int number, int tokens) {
    static final String URL = "a URL";
    static final Surroundings NONE = new Surroundings(Kind.NONE, "", 0, 0, 1, 1);

    /** Returns whether the token was read from a URL, in which it is percent-encoded once. */
    public boolean isInUrl() {
        return what.equals(URL);
    }

    /** What the surroundings say about the origin of the text. */
    public enum Kind {
        /** Nothing is around the token. */
        NONE,
        /** Only whitespace follows the token. */
        SPACE_AFTER,
        /** Characters that a client may send as part of the token, such as quotes. */
        SENT,
        /** Characters directly after the end of the token. */
        EXTRA,
        /** The same token follows, or the next one without a separator. */
        JOINED,
        /** A text that contains a token, as only a person passes it. */
        PASTED
    }
}
