package dev.agoratoken.verify;

import java.util.Locale;

/** What a finding means for the token, the gravest first. */
public enum Severity {
    /** Because of this the token is refused. */
    ERROR,
    /** The token may work, but hardly as it was meant. */
    WARNING,
    /** Good to know. */
    NOTE;

    /** The stable name, such as {@code error}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
