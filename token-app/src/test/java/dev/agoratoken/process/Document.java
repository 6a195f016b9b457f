package dev.agoratoken.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document for users with its code blocks: the README or a file of docs.
 *
 * @param name the path in the repository
 */
record Document(String name, String text) {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Path ROOT = Path.of(Program.path("agora-token.root"));

    static Document named(String name) {
        try {
            return new Document(name, Files.readString(ROOT.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The README, then every document of docs itself; references and decisions have no snippets. */
    static List<Document> all() {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            Stream<String> topics = files.map(file -> "docs/" + file.getFileName())
                    .filter(name -> name.endsWith(".md"))
                    .sorted();
            return Stream.concat(Stream.of("README.md"), topics)
                    .map(Document::named)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code blocks of that language in all documents. */
    static List<Block> allBlocks(String language) {
        return all().stream()
                .flatMap(document -> document.blocks(language).stream())
                .toList();
    }

    /** The code blocks of that language, in their order. */
    List<Block> blocks(String language) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                long line = text.substring(0, matcher.start(2)).lines().count();
                blocks.add(new Block(name + ":" + line, matcher.group(2)));
            }
        }
        return blocks;
    }

    /** The steps of all console sessions, in their order. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Block block : blocks("console")) {
            for (String step : block.code().split("(?m)^\\$ ")) {
                if (!step.isBlank()) {
                    int end = step.indexOf('\n');
                    steps.add(new Step(step.substring(0, end), step.substring(end + 1)));
                }
            }
        }
        return steps;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A code block.
     *
     * @param place file and line, to find it
     */
    record Block(String place, String code) {
        @Override
        public String toString() {
            return place;
        }
    }

    /** A command and its output; {@code …} stands for anything in a line. */
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
