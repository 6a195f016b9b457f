package dev.agoratoken.app.log;

/** Takes what the server reports apart from requests, one line for each event. Thread-safe. */
@FunctionalInterface
public interface EventLog {
    /** Drops everything. */
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

    /** The same without the events that the level leaves out. */
    default EventLog at(LogLevel threshold) {
        return (level, line) -> {
            if (threshold.includes(level)) {
                log(level, line);
            }
        };
    }
}
