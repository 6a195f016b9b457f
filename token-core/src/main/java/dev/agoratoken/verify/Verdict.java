package dev.agoratoken.verify;

import java.util.Locale;

/** Whether Agora would accept a token. */
public enum Verdict {
    /** Signed by a known certificate, and nothing speaks against it. */
    ACCEPTED,
    /** At least one error speaks against it. */
    REFUSED,
    /** Nothing speaks against it, but its signature could not be checked. */
    UNDECIDED;

    /** The stable name, such as {@code accepted}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
