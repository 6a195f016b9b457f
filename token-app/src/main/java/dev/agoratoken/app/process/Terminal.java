package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.OutputStyle;
import java.util.Map;

/**
 * Which standard streams are terminals, and whether they have colours. The launcher states it; without the launcher, the JVM
 * knows only whether input and output are both terminals.
 */
public final class Terminal {
    /** Set by the launcher to the terminals among {@code in}, {@code out} and {@code err}, separated by commas. */
    private static final String PROPERTY = "agora-token.terminals";

    private Terminal() {}

    /** The style of standard output: coloured unless {@code NO_COLOR} is set or {@code TERM} is {@code dumb}. */
    static OutputStyle screen(Map<String, String> variables) {
        if (!isTerminal("out")) {
            return OutputStyle.PIPED;
        }
        boolean plain = !variables.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(variables.get("TERM"));
        return plain ? OutputStyle.PLAIN : OutputStyle.COLOURED;
    }

    /** Whether standard error is a terminal. */
    public static boolean isStderrTerminal() {
        return isTerminal("err");
    }

    /** Whether standard input is a terminal. */
    public static boolean isStdinTerminal() {
        return isTerminal("in");
    }

    @SuppressWarnings("SystemConsoleNull") // The property below makes it null without a terminal.
    private static boolean isTerminal(String stream) {
        String terminals = System.getProperty(PROPERTY);
        if (terminals != null) {
            return terminals.contains(stream);
        }
        // Java 22 to 24 have a console without a terminal, unless this property selects the old one.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }
}
