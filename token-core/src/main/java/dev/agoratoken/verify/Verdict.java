package dev.agoratoken.verify;

import java.util.Locale;

/** Whether Agora would accept a token. */
public enum Verdict {
    /** A configured certificate signed the token, and no error was found. */
    ACCEPTED,
    /** At least one error was found. */
    REFUSED,
    /** No error was found, but the signature was not checked. */
    UNDECIDED;

    /** {@return the stable name, such as {@code accepted}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
