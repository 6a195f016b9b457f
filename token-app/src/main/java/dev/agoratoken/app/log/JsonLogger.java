package dev.agoratoken.app.log;

import dev.agoratoken.http.log.JsonLogWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.simple.SimpleLogger;

/** A logger of slf4j-simple that writes each event as one JSON object. */
final class JsonLogger extends SimpleLogger {
    private static final long serialVersionUID = 1L;

    private final transient JsonLogWriter out;

    JsonLogger(String name, JsonLogWriter out) {
        super(name);
        this.out = out;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable error) {
        out.writeEvent(
                level.toString().toLowerCase(Locale.ROOT),
                getName(),
                MessageFormatter.basicArrayFormat(pattern, arguments),
                error);
    }

    /** Events of the fluent API. */
    @Override
    public void log(LoggingEvent event) {
        if (isLevelEnabled(event.getLevel().toInt())) {
            handleNormalizedLoggingCall(
                    event.getLevel(), null, event.getMessage(), event.getArgumentArray(), event.getThrowable());
        }
    }
}
