package dev.agoratoken.issuing.policy.caller;

/** Port: who is known. Thread-safe. */
public interface Callers {
    /** Everybody is let in, whatever they show, and may have any token. */
    Callers OPEN = credentials -> Caller.OPEN;

    /**
     * Who shows these credentials.
     *
     * @throws UnknownCallerException if they are not good, or there are none and some are needed
     * @throws CallerCheckUnavailableException if that cannot be found out at the moment
     */
    Caller identify(Credentials credentials);
}
