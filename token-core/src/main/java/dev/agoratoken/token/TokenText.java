package dev.agoratoken.token;

import java.util.Objects;

/** A complete token. It is a secret, because every holder may use it: {@code toString} shows only its length. */
public final class TokenText {
    private final String text;

    private TokenText(String text) {
        this.text = text;
    }

    /**
     * {@return a token, which is not read or checked}
     *
     * @param text the complete token
     */
    public static TokenText of(String text) {
        return new TokenText(Objects.requireNonNull(text));
    }

    /** {@return the token, to be given to the caller who requested it} */
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
