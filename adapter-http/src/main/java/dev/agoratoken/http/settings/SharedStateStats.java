package dev.agoratoken.http.settings;

/** Statistics of the state that all instances share. Thread-safe. */
public interface SharedStateStats {
    /** Whether it can be used now. */
    boolean isAvailable();

    /** Whether requests that need it are rejected while it is unavailable. */
    boolean isRequired();

    /** The number of commands that were answered since the start. */
    long answeredCommands();

    /** The number of commands that failed, or were answered late, since the start. */
    long failedCommands();

    /** The number of open connections. */
    int connections();
}
