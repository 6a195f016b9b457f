package dev.agoratoken.issuing.policy.caller;

/** Port: who is known. Thread-safe. */
public interface CallerAuthenticator {
    /** Everybody is let in, whatever they show, and may have any token. */
    CallerAuthenticator OPEN = credentials -> Caller.OPEN;

    /**
     * Who shows these credentials.
     *
     * @throws AuthenticationException if they are not good, or there are none and some are needed
     * @throws AuthenticationUnavailableException if that cannot be found out at the moment
     */
    Caller identify(Credentials credentials);
}
