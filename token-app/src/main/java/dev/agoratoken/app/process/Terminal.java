package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.OutputStyle;
import java.util.Map;

/**
 * Which streams a person sees, and whether in colours. The launcher knows and says so; without it the JVM knows only
 * whether standard input and output are both a terminal.
 */
public final class Terminal {
    /** Set by the launcher to those of {@code in}, {@code out} and {@code err} that are terminals, with commas between. */
    private static final String PROPERTY = "agora-token.terminals";

    private Terminal() {}

    /** Standard output: with colours unless {@code NO_COLOR} is set to anything or the terminal is a dumb one. */
    static OutputStyle screen(Map<String, String> variables) {
        if (!isTerminal("out")) {
            return OutputStyle.PIPED;
        }
        boolean plain = !variables.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(variables.get("TERM"));
        return plain ? OutputStyle.PLAIN : OutputStyle.COLOURED;
    }

    /** Whether a person sees standard error. */
    public static boolean isStderrTerminal() {
        return isTerminal("err");
    }

    /** Whether a person types what is on standard input. */
    public static boolean isStdinTerminal() {
        return isTerminal("in");
    }

    private static boolean isTerminal(String stream) {
        String said = System.getProperty(PROPERTY);
        if (said != null) {
            return said.contains(stream);
        }
        // From Java 22 to 24 there is a console without a terminal, too, unless it is asked for the old one.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }
}
