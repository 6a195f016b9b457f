package dev.agoratoken.verify.text;

import static dev.agoratoken.verify.text.Surroundings.Kind.EXTRA;
import static dev.agoratoken.verify.text.Surroundings.Kind.JOINED;
import static dev.agoratoken.verify.text.Surroundings.Kind.PASTED;
import static dev.agoratoken.verify.text.Surroundings.Kind.SENT;
import static dev.agoratoken.verify.text.Surroundings.Kind.SPACE_AFTER;

import java.util.List;
import java.util.regex.Pattern;

/** Reader of the text around a token: what a client may have sent, and what only a person pastes. */
final class SurroundingsReader {
    private static final String QUOTES = "\"'`\u2018\u2019\u201C\u201D\u00AB\u00BB";
    private static final Pattern BRACKETS = Pattern.compile("[<(\\[{]+|[bu]");
    private static final Pattern PARAMETER = Pattern.compile("[^?&#;]*[?&#;].*=");
    private static final Pattern ANOTHER_TOKEN = Pattern.compile("00[67][\\w+/=-]{64,}");
    private static final Pattern HEADER = Pattern.compile("(?is).*\\b(bearer|authorization|agora token\\s*=).*");

    private final String text;
    private final LocatedToken token;
    private final List<List<LocatedToken>> tokens;
    private final String before;
    private final String after;

    SurroundingsReader(String text, LocatedToken token, List<List<LocatedToken>> tokens) {
        this.text = text;
        this.token = token;
        this.tokens = tokens;
        this.before = text.substring(0, token.start());
        this.after = text.substring(token.end());
    }

    Surroundings read(int number) {
        if (isJoined(number)) {
            return of(JOINED, isRepeated() ? ", and all are equal" : "", after.length(), number);
        }
        int extra = extraCharacters();
        if (extra > 0) {
            return of(EXTRA, "", extra, number);
        }
        if (before.isEmpty() && after.isEmpty()) {
            return Surroundings.NONE;
        }
        if (before.isEmpty() && after.chars().allMatch(c -> TokenLocator.isWhitespace((char) c) && c != '\\')) {
            return of(SPACE_AFTER, SentCharacters.describe(after), after.length(), number);
        }
        return isSent()
                ? of(SENT, SentCharacters.describe(before + after), after.length(), number)
                : of(PASTED, context(), after.length(), number);
    }

    /** Returns whether the text is a URL, in which the token is percent-encoded once. */
    boolean isInUrl() {
        String word = lastWord(before);
        return word.contains("://") || PARAMETER.matcher(word).matches() || after.startsWith("&");
    }

    private static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }

    /** Returns whether the token is in markup, in which characters are written as references. */
    boolean isInMarkup() {
        return before.indexOf('<') >= 0 && before.indexOf('>') > 0 || after.startsWith("<") || after.endsWith(">");
    }

    private Surroundings of(Surroundings.Kind kind, String what, int charactersAfter, int number) {
        return new Surroundings(kind, what, before.length(), charactersAfter, number, Math.max(1, tokens.size()));
    }

    private boolean isJoined(int number) {
        boolean attached = number < tokens.size() && tokens.get(number).get(0).start() == token.end()
                || number > 1 && tokens.get(number - 2).get(0).end() == token.start();
        return tokens.size() > 1 && (attached || isRepeated() && onlySpacesAround());
    }

    private boolean isRepeated() {
        return tokens.stream().allMatch(other -> other.get(0).token().equals(token.token()));
    }

    private boolean onlySpacesAround() {
        String rest = text.replace(text.substring(token.start(), token.end()), "");
        return rest.chars().allMatch(c -> isSendable((char) c));
    }

    /** Returns the number of characters that are attached to the end of the token and are no punctuation. */
    private int extraCharacters() {
        int end = 0;
        while (end < after.length() && isExtra(after.charAt(end))) {
            end++;
        }
        boolean onlyDigits = after.chars().limit(end).allMatch(c -> Base64Digits.isDigit((char) c) || c == '=');
        return onlyDigits || isSendable(before) ? end : 0;
    }

    private static boolean isExtra(char c) {
        return !isSendable(c) && ",;:.?!&)}]>|<({[".indexOf(c) < 0;
    }

    private boolean isSent() {
        String start = withoutSendable(before);
        return !isMarkdown()
                && (start.isEmpty() || BRACKETS.matcher(start).matches())
                && withoutSendable(after).chars().allMatch(c -> ">)]}".indexOf(c) >= 0)
                && withoutSendable(after).length() == (start.matches("[bu]") ? 0 : start.length())
                && !(hasQuotes() && start.matches("[\\[{]+"));
    }

    /** Returns whether backticks mark the token as code, as in a chat or an issue; no program sends them. */
    private boolean isMarkdown() {
        return before.indexOf('`') >= 0 && after.indexOf('`') >= 0;
    }

    private boolean hasQuotes() {
        return before.chars().anyMatch(c -> QUOTES.indexOf(c) >= 0);
    }

    private static boolean isSendable(String text) {
        return text.chars().allMatch(c -> isSendable((char) c));
    }

    private static boolean isSendable(char c) {
        return TokenLocator.isWhitespace(c) || QUOTES.indexOf(c) >= 0;
    }

    private static String withoutSendable(String text) {
        StringBuilder rest = new StringBuilder();
        text.chars().filter(c -> !isSendable((char) c)).forEach(c -> rest.append((char) c));
        return rest.toString();
    }

    private String context() {
        String start = ANOTHER_TOKEN.matcher(before).replaceAll("").strip();
        if (start.startsWith("{") || start.startsWith("[")) {
            return "a JSON text";
        }
        if (start.startsWith("<")) {
            return "markup";
        }
        if (start.contains("://")) {
            return Surroundings.URL;
        }
        if (HEADER.matcher(start).matches()) {
            return "a header";
        }
        if (isMarkdown()) {
            return "Markdown";
        }
        return start.indexOf('=') > 0 ? "an assignment" : "a longer text";
    }
}
