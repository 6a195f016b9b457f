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
    private static final Pattern CALL = Pattern.compile("(?<!-u )agora-token(?:\\.jar)? +([^`|\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<![-\\w])--[a-z][a-z-]*");
    private static final Pattern HELP_COMMAND = Pattern.compile("(?m)^  ([a-z][a-z-]*)(?:, ([a-z-]+))? ");

    /** The help by command, for both tests: each takes a start of the program. */
    private static final Map<String, String> HELPS = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void knowsEveryOptionThatADocumentShowsWithACommand() {
        List<String> lies = new ArrayList<>();
        int checked = 0;
        for (Matcher call = CALL.matcher(withoutMistakes(documents())); call.find(); ) {
            String command = command(call.group(1));
            for (Matcher option = OPTION.matcher(call.group(1)); option.find(); checked++) {
                if (!knows(help(command), option.group())) {
                    lies.add("agora-token " + command + " " + option.group());
                }
            }
        }

        assertThat(lies).isEmpty();
        assertThat(checked).as("options that the documents show").isPositive();
    }

    @Test
    void knowsEveryOptionThatADocumentMentionsAnywhere() {
        TreeSet<String> mentioned = new TreeSet<>();
        for (Matcher code = Pattern.compile("`(--[a-z][a-z-]*)[^`]*`").matcher(documents()); code.find(); ) {
            mentioned.add(code.group(1));
        }
        commands().forEach(command -> help(command));

        assertThat(mentioned)
                .isNotEmpty()
                .allMatch(option -> HELPS.values().stream().anyMatch(help -> knows(help, option)));
    }

    /** The documents also show mistakes: a call, and the error below it. */
    private static String withoutMistakes(String documents) {
        return documents.replaceAll("(?m)^.*\\R(?=agora-token: )", "").replaceAll("(?m)^agora-token: .*$", "");
    }

    private static String documents() {
        return Document.all().stream().map(Document::text).collect(Collectors.joining("\n"));
    }

    /** The command that is called: one word, or two where the first is a group; none for options of the program itself. */
    private String command(String arguments) {
        String[] words = arguments.strip().split("\\s+");
        if (!commands().contains(words[0])) {
            return "";
        }
        boolean group = words.length > 1 && names(help(words[0])).contains(words[1]);
        return group ? words[0] + " " + words[1] : words[0];
    }

    private List<String> commands() {
        return names(help(""));
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

    private String help(String command) {
        return HELPS.computeIfAbsent(
                command,
                words -> Program.launcher(folder)
                        .run((words + " --help").strip().split(" "))
                        .out());
    }

    private static boolean knows(String help, String option) {
        return Pattern.compile("(?m)^ {2,}(-h, )?" + option + "\\b(?!-)")
                .matcher(help)
                .find();
    }
}
