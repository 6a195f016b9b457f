package dev.agoratoken.cli.option;

import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The token to inspect or verify: an argument, or standard input. */
public final class TokenArgument {
    /** Longer than any token, so that a wrong file is not read to its end. */
    private static final int MAX_LENGTH = 1 << 17;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TOKEN",
            description = "The token; - or no argument reads it from standard input.")
    private @Nullable String token;

    public boolean isStandardInput() {
        return token == null || token.equals(InputFile.STDIN);
    }

    /** The text as received; from standard input without the final line break. */
    public String text(CommandContext commandContext) {
        if (token != null && !isStandardInput()) {
            return token;
        }
        boolean isTerminal = commandContext.ports().processControl().isStdinTerminal();
        if (isTerminal) {
            commandContext.report("paste the token and press Enter");
        }
        try {
            String text = new String(
                    isTerminal ? line(commandContext.in()) : commandContext.in().readNBytes(MAX_LENGTH),
                    StandardCharsets.UTF_8);
            return withoutLineBreak(text);
        } catch (IOException e) {
            throw new InvalidValueException(
                    "token", "standard input cannot be read (" + e.getMessage() + ")", "give the token as an argument");
        }
    }

    private static String withoutLineBreak(String text) {
        if (text.isEmpty()) {
            throw new InvalidValueException("token", "missing", "give the token as an argument or on standard input");
        }
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The first line with its end: after Enter, a person waits for the result. */
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
