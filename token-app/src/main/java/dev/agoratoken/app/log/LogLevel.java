package dev.agoratoken.app.log;

import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.Locale;

/** The log level. Each level includes those before it. */
public enum LogLevel {
    ERROR,
    WARN,
    /** Each request, except for probes. */
    INFO,
    /** Also probes. */
    DEBUG;

    private static final String LIBRARY = "org.slf4j.simpleLogger.";

    /**
     * The level of that name, in upper or lower case.
     *
     * @throws InvalidValueException if there is none
     */
    public static LogLevel named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "error" -> ERROR;
            case "warn" -> WARN;
            case "info" -> INFO;
            case "debug" -> DEBUG;
            default ->
                throw new InvalidValueException(
                        "log-level",
                        "invalid level " + Printable.quote(name),
                        "use " + ERROR + ", " + WARN + ", " + INFO + " or " + DEBUG);
        };
    }

    public boolean includes(LogLevel other) {
        return other.compareTo(this) <= 0;
    }

    /** The level of a request line. */
    public static LogLevel of(RequestLog.Entry entry) {
        return entry.isProbe() ? DEBUG : INFO;
    }

    /**
     * Sets the level of the libraries, which read it once when the first of them logs. They never log at {@code debug}, and
     * Jetty stays at {@code warn}. Only {@code audit.log} controls decisions. System properties that the user sets win.
     */
    public void applyToLibraries() {
        setUnlessGiven("defaultLogLevel", this == DEBUG ? INFO : this);
        setUnlessGiven("log.audit", INFO);
        if (this == ERROR) {
            setUnlessGiven("log.org.eclipse.jetty", this);
        }
    }

    private static void setUnlessGiven(String property, LogLevel level) {
        if (System.getProperty(LIBRARY + property) == null) {
            System.setProperty(LIBRARY + property, level.toString());
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
