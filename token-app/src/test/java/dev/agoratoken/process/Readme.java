package dev.agoratoken.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the README shows. */
final class Readme {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private Readme() {}

    /** The contents of all code blocks of that language, in their order. */
    static List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text());
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    /** The steps of all console sessions, in their order. */
    static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String block : blocks("console")) {
            for (String step : block.split("(?m)^\\$ ")) {
                if (!step.isBlank()) {
                    int end = step.indexOf('\n');
                    steps.add(new Step(step.substring(0, end), step.substring(end + 1)));
                }
            }
        }
        return steps;
    }

    private static String text() {
        try {
            return Files.readString(Path.of(Program.path("agora-token.root"), "README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command and what it prints; {@code …} stands for anything in a line. */
    record Step(String command, String output) {
        Pattern pattern() {
            StringBuilder pattern = new StringBuilder();
            for (String part : output.strip().split("…", -1)) {
                pattern.append(pattern.isEmpty() ? "" : "[^\\n]*").append(Pattern.quote(part));
            }
            return Pattern.compile(pattern.toString());
        }
    }
}
