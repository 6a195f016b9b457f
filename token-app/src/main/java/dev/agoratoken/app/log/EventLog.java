package dev.agoratoken.app.log;

/** Log of events other than requests, one line each. Thread-safe. */
@FunctionalInterface
public interface EventLog {
    /** Discards all events. */
    EventLog NONE = (level, line) -> {};

    void log(LogLevel level, String line);

    default void error(String line) {
        log(LogLevel.ERROR, line);
    }

    default void warn(String line) {
        log(LogLevel.WARN, line);
    }

    default void info(String line) {
        log(LogLevel.INFO, line);
    }

    /** The same log without events above the threshold. */
    default EventLog at(LogLevel threshold) {
        return (level, line) -> {
            if (threshold.includes(level)) {
                log(level, line);
            }
        };
    }
}
