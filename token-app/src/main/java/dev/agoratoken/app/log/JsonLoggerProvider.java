package dev.agoratoken.app.log;

import dev.agoratoken.http.log.JsonLogWriter;
import java.time.InstantSource;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLoggerFactory;
import org.slf4j.simple.SimpleServiceProvider;

/**
 * The provider of slf4j-simple with loggers that write JSON to standard error (docs/adr/0077-json-log-events-extend-slf4j-simple.md).
 * SLF4J creates it.
 */
public final class JsonLoggerProvider extends SimpleServiceProvider {
    /** The system property that selects it, until the first logger exists. */
    private static final String SELECTED_PROVIDER = "slf4j.provider";

    /** The system property for messages of SLF4J itself, which reports the selection as a line of text by default. */
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private final ILoggerFactory loggers = new JsonLoggerFactory(new JsonLogWriter(System.err, InstantSource.system()));

    /** Selects it, unless the user selected another one. */
    static void select() {
        setUnlessGiven(SELECTED_PROVIDER, JsonLoggerProvider.class.getName());
        setUnlessGiven(VERBOSITY, "WARN");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return loggers;
    }

    /** Levels come from the configuration of slf4j-simple. */
    static final class JsonLoggerFactory extends SimpleLoggerFactory {
        private final JsonLogWriter out;

        JsonLoggerFactory(JsonLogWriter out) {
            this.out = out;
        }

        @Override
        protected Logger createLogger(String name) {
            return new JsonLogger(name, out);
        }
    }
}
