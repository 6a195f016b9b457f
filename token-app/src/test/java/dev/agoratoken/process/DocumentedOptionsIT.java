package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say about the command line, held against the help of the packaged program. */
class DocumentedOptionsIT {
    private static final Pattern CALL = Pattern.compile("agora-token(?:\\.jar)? +([^`|\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<![-\\w])--[a-z][a-z-]*");
    private static final Pattern HELP_COMMAND = Pattern.compile("(?m)^  ([a-z][a-z-]*)(?:, ([a-z-]+))? ");

    @TempDir
    private Path folder;

    @Test
    void knowsEveryOptionThatADocumentShowsWithACommand() {
        Map<String, String> helps = new TreeMap<>();
        List<String> lies = new ArrayList<>();
        int checked = 0;
        for (Matcher call = CALL.matcher(withoutMistakes(documents())); call.find(); ) {
            String command = command(call.group(1), helps);
            for (Matcher option = OPTION.matcher(call.group(1)); option.find(); checked++) {
                if (!knows(help(command, helps), option.group())) {
                    lies.add("agora-token " + command + " " + option.group());
                }
            }
        }

        assertThat(lies).isEmpty();
        assertThat(checked).as("options that the documents show").isPositive();
    }

    @Test
    void knowsEveryOptionThatADocumentMentionsAnywhere() {
        Map<String, String> helps = new TreeMap<>();
        TreeSet<String> mentioned = new TreeSet<>();
        for (Matcher code = Pattern.compile("`(--[a-z][a-z-]*)[^`]*`").matcher(documents()); code.find(); ) {
            mentioned.add(code.group(1));
        }
        commands(helps).forEach(command -> help(command, helps));

        assertThat(mentioned)
                .isNotEmpty()
                .allMatch(option -> helps.values().stream().anyMatch(help -> knows(help, option)));
    }

    /** The documents also show mistakes: a call, and the error below it. */
    private static String withoutMistakes(String documents) {
        return documents.replaceAll("(?m)^.*\\R(?=agora-token: )", "").replaceAll("(?m)^agora-token: .*$", "");
    }

    private static String documents() {
        return Document.all().stream().map(Document::text).collect(Collectors.joining("\n"));
    }

    /** The command that is called: one word, or two where the first is a group; none for options of the program itself. */
    private String command(String arguments, Map<String, String> helps) {
        String[] words = arguments.strip().split("\\s+");
        if (!commands(helps).contains(words[0])) {
            return "";
        }
        boolean group = words.length > 1 && names(help(words[0], helps)).contains(words[1]);
        return group ? words[0] + " " + words[1] : words[0];
    }

    private List<String> commands(Map<String, String> helps) {
        return names(help("", helps));
    }

    private static List<String> names(String help) {
        List<String> names = new ArrayList<>();
        int list = help.indexOf("\nCommands:\n");
        for (Matcher name = HELP_COMMAND.matcher(list < 0 ? "" : help.substring(list)); name.find(); ) {
            names.add(name.group(1));
            if (name.group(2) != null) {
                names.add(name.group(2));
            }
        }
        return names;
    }

    private String help(String command, Map<String, String> helps) {
        return helps.computeIfAbsent(
                command,
                words -> Program.jar(folder)
                        .run((words + " --help").strip().split(" "))
                        .out());
    }

    private static boolean knows(String help, String option) {
        return Pattern.compile("(?m)^ {2,}(-h, )?" + option + "\\b(?!-)")
                .matcher(help)
                .find();
    }
}
