package dev.agoratoken.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the phrases that docs/style-guide.md#language bans, in the prose of one file. */
final class Wording {
    private static final int CONTEXT = 40;

    private static final Pattern BANNED = Pattern.compile(String.join(
            "|",
            "(?<!\\bthere )\\bis no (?!longer\\b|more\\b)",
            "\\bwhoever\\b",
            "\\bsomebody\\b",
            "\\bown fault\\b",
            "\\bin whole\\b",
            "\\bnot good\\b",
            "\\b(?:is|are) told\\b",
            "\\bone too many\\b",
            "\\btold apart\\b",
            "\\btak(?:es?|en) over\\b",
            "\\bpatience\\b",
            "\\bof its own\\b",
            "\\bwhat is asked\\b",
            "\\bthat which\\b",
            "\\bblanks?\\b(?! lines?\\b)",
            "\\brefus(?:e|es|al|als|ing)\\b"));

    /** Comments, and literals of texts and characters; which of them come first decides. */
    private static final Pattern JAVA_PROSE = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\""
            + "|'(?:\\\\.|[^'\\\\\\n])+'|//[^\\n]*|/\\*(?s:.*?)\\*/");

    private static final Pattern JSON_PROSE = Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern CODE_SPAN = Pattern.compile("(?s)^```.*?^```$|`[^`\\n]+`", Pattern.MULTILINE);
    private static final Pattern JAVADOC_CODE = Pattern.compile("\\{@(?:code|link) [^}]*}");

    private Wording() {}

    /** Each banned phrase with the words around it. */
    static List<String> bannedPhrases(String fileName, String text) {
        String prose = oneLine(prose(fileName, text));
        List<String> found = new ArrayList<>();
        BANNED.matcher(prose.toLowerCase(Locale.ROOT)).results().forEach(hit -> found.add(context(prose, hit)));
        return found;
    }

    private static String context(String prose, MatchResult hit) {
        return prose.substring(Math.max(0, hit.start() - CONTEXT), Math.min(prose.length(), hit.end() + CONTEXT))
                .strip();
    }

    private static String prose(String fileName, String text) {
        if (fileName.endsWith(".java")) {
            return JAVADOC_CODE.matcher(quoted(JAVA_PROSE, text)).replaceAll("");
        }
        if (fileName.endsWith(".json")) {
            return quoted(JSON_PROSE, text);
        }
        return fileName.endsWith(".md") ? CODE_SPAN.matcher(text).replaceAll("") : text;
    }

    /** One word alone is a value, not prose: {@code "refuse"} is a setting. */
    private static String quoted(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(literal -> literal.indexOf(' ') >= 0)
                .collect(Collectors.joining("\n"));
    }

    /** Phrases may continue on the next line of a comment or in the next part of a concatenated text. */
    private static String oneLine(String prose) {
        return prose.replaceAll("\"\\s*\\+?\\s*\"", "").replaceAll("\\s*\\n\\s*(?:\\*|//|#)?\\s*", " ");
    }
}
