package dev.agoratoken.verify;

import dev.agoratoken.verify.finding.FindingCode;
import java.util.Locale;

/**
 * Whether Agora would accept a token. To publish, this is the verdict with co-host authentication: without it, Agora lets
 * clients publish whose token does not allow it ({@link FindingCode#PUBLISH_NOT_ENFORCED}).
 */
public enum Verdict {
    /** A configured certificate signed the token, and no error was found. */
    ACCEPTED,
    /** At least one error was found. */
    REFUSED,
    /**
     * No error was found, but the signature was not checked: the App ID is unknown, or a token of format 006 was verified
     * without its channel and user. A warning says which.
     */
    UNDECIDED;

    /** {@return the stable name, such as {@code accepted}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
