package dev.agoratoken.verify.finding;

import java.util.Locale;

/** The severity of a finding, the highest first. */
public enum Severity {
    /** Agora rejects the token because of this. */
    ERROR,
    /** The token may work, but probably not as intended. */
    WARNING,
    /** Information. */
    NOTE;

    /** {@return the stable name, such as {@code error}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
