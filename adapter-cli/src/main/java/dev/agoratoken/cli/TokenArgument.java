package dev.agoratoken.cli;

import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Parameters;

/** The token that a command looks at: an argument, or standard input. */
final class TokenArgument {
    private static final String STANDARD_INPUT = "-";

    /** More than is ever read as a token, so that a wrong file is not read to its end. */
    private static final int LONGEST = 1 << 17;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TOKEN",
            description = "The token; - or nothing reads it from standard input.")
    private String token;

    boolean isStandardInput() {
        return token == null || token.equals(STANDARD_INPUT);
    }

    /** The text as it was received; of standard input without the line break at its end. */
    String text(InputStream in) {
        if (!isStandardInput()) {
            return token;
        }
        try {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (line.isEmpty()) {
                throw new InvalidValueException(
                        "token", "it is missing", "give it as an argument, or on standard input");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
