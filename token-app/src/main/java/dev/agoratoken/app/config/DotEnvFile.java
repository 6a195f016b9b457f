package dev.agoratoken.app.config;

import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file: lines of {@code NAME=value}, with {@code export} before them, quotes around values, empty lines and
 * comments allowed. Variables are not expanded.
 */
final class DotEnvFile {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern QUOTED = Pattern.compile("(?:\"([^\"]*)\"|'([^']*)')\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*$");

    private static final int MAX_BYTES = 1024 * 1024;

    private DotEnvFile() {}

    /**
     * Reads the file; one that does not exist is empty.
     *
     * @throws InvalidValueException if it cannot be read or a line is invalid; the message does not show the line, which may
     *     hold a secret
     */
    static Map<String, String> read(Path file, TrackedFiles files) {
        List<String> lines;
        try {
            lines = files.text(file, MAX_BYTES).lines().toList();
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new InvalidValueException(
                    file.toString(), TrackedFiles.problem(e, "cannot be read"), "make the file readable, or remove it");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).stripLeading().startsWith("#")) {
                put(values, lines.get(i), file, i + 1);
            }
        }
        return values;
    }

    private static void put(Map<String, String> values, String line, Path file, int number) {
        Matcher matcher = LINE.matcher(line);
        Optional<String> value = matcher.matches() ? unquoted(matcher.group(2)) : Optional.empty();
        String text = value.orElseThrow(() -> new InvalidValueException(
                file.toString(), "invalid line " + number, "use NAME=value, with both quotes or none"));
        values.put(matcher.group(1), text);
    }

    /** The value without quotes and comment; empty if a quote is not closed. */
    private static Optional<String> unquoted(String written) {
        if (!written.startsWith("\"") && !written.startsWith("'")) {
            return Optional.of(COMMENT.matcher(written).replaceFirst(""));
        }
        Matcher quoted = QUOTED.matcher(written);
        if (!quoted.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(quoted.group(1)).or(() -> Optional.ofNullable(quoted.group(2)));
    }
}
