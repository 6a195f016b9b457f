package dev.agoratoken.token;

import java.util.Objects;

/** A whole token. It is a secret, since whoever holds it may use it: it prints only its length. */
public final class TokenText {
    private final String text;

    private TokenText(String text) {
        this.text = text;
    }

    public static TokenText of(String text) {
        return new TokenText(Objects.requireNonNull(text));
    }

    /** The token itself, to be handed to the one who asked for it. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "TokenText[" + text.length() + " characters, redacted]";
    }
}
