package dev.agoratoken.cli.option;

import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Parameters;

/** The token that a command looks at: an argument, or standard input. */
public final class TokenArgument {
    private static final String STANDARD_INPUT = "-";

    /** More than is ever read as a token, so that a wrong file is not read to its end. */
    private static final int MAX_LENGTH = 1 << 17;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TOKEN",
            description = "The token; - or nothing reads it from standard input.")
    private String token;

    public boolean isStandardInput() {
        return token == null || token.equals(STANDARD_INPUT);
    }

    /** The text as it was received; of standard input without the line break at its end. */
    public String text(CommandContext commandContext) {
        if (!isStandardInput()) {
            return token;
        }
        boolean typed = commandContext.ports().processControl().isStdinTerminal();
        if (typed) {
            commandContext.err().println("agora-token: type or paste the token, and end with Enter");
        }
        try {
            String text = new String(
                    typed ? line(commandContext.in()) : commandContext.in().readNBytes(MAX_LENGTH),
                    StandardCharsets.UTF_8);
            return withoutEnd(text);
        } catch (IOException e) {
            throw new InvalidValueException(
                    "token", "standard input cannot be read (" + e.getMessage() + ")", "give it as an argument");
        }
    }

    private static String withoutEnd(String text) {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (line.isEmpty()) {
            throw new InvalidValueException("token", "it is missing", "give it as an argument, or on standard input");
        }
        return line;
    }

    /** The first line and its end: a person who has pressed Enter waits for the answer. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0 && line.size() < MAX_LENGTH) {
            line.write(b);
            b = b == '\n' ? -1 : in.read();
        }
        return line.toByteArray();
    }
}
