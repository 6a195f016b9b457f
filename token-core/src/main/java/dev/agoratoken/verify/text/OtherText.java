package dev.agoratoken.verify.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text that is passed instead of a token.
 *
 * @param isMissing whether it stands for no token at all
 * @param problem what the text is
 * @param remedy what to do, as one imperative sentence without a full stop
 */
public record OtherText(boolean isMissing, String problem, String remedy) {
    private static final Set<String> MISSING =
            Set.of("null", "undefined", "none", "nil", "nan", "(null)", "<null>", "optional.empty", "true", "false");
    private static final String PASS_FIELD = "pass the field of the answer that holds the token";

    /** Texts may be long: repetitions that could backtrack or recurse are possessive. */
    private static final List<Shape> SHAPES = List.of(
            new Shape(
                    "\\[object (Promise|AsyncFunction)\\]|Promise ?\\{.*|Instance of '_?Future<.*|<coroutine object .*|<Future .*"
                            + "|System\\.Threading\\.Tasks\\..*|java\\.util\\.concurrent\\..*|<Task .*|Deferred.*",
                    "the text is an asynchronous result in place of its value",
                    "await the call that fetches the token, and pass its result"),
            new Shape(
                    "\\[object \\w+\\]|Instance of '.*|<Response \\[\\d+\\]>|Response\\{.*|[\\w.$]+@[0-9a-f]{5,8}",
                    "the text is an object that was turned into text",
                    PASS_FIELD),
            new Shape(
                    "\\[[BC]@[0-9a-f]+|System\\.(Byte|Char)\\[\\]|<Buffer .*|\\[?\\d{1,3}(?:, ?\\d{1,3}){9,}+\\]?",
                    "the text is an array of bytes that was turned into text",
                    "turn the bytes into text as UTF-8 before you pass the token"),
            new Shape(
                    "<(!doctype|html|head|body|\\?xml|h1|center|title)\\b.*",
                    "the text is an HTML or XML page, such as the error page of a server or proxy",
                    "check the URL and the status of the request that fetches the token"),
            new Shape(
                    "\\{.*\\}|\\[.*\\]",
                    "the text is JSON without a token, such as an error of the token server",
                    "check the status and the answer of the request that fetches the token"),
            new Shape(
                    "(Bearer )?eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*",
                    "the text is a JSON Web Token, such as the login of a user",
                    "pass the token of Agora, which begins with 007 or 006"),
            new Shape(
                    "0?7?(?-i:e[JAFN])[\\w+/-]{60,}=*|0?6?[0-9a-f]{32}(?-i:IA)[\\w+/-]{60,}=*",
                    "the beginning of the token is missing: a token begins with 007 or 006",
                    "copy the complete token, from its first character"),
            new Shape(
                    "NETLESS\\w+_.*",
                    "the text is a whiteboard token",
                    "use it with the whiteboard SDK, and enter a token of format 007 here"),
            new Shape(
                    "YWMt[\\w-]{20,}",
                    "the text is an access token that the Chat server gave out",
                    "pass the token that was made with the certificate, which begins with 007"),
            new Shape(
                    "[0-9a-f]{32}",
                    "the text has 32 hexadecimal characters, as an App ID or a certificate",
                    "enter a token instead of an App ID or a certificate, and keep certificates on the server"),
            new Shape(
                    "[<\\[{(%$ ]*+(your|my|the|insert|enter|paste|temp|temporary|agora|rtc|rtm|access)?[ _-]*+(agora|rtc|rtm|temp|access)?"
                            + "[ _-]*+token([ _-]?(here|goes here|string|value))?[>\\]})% ]*|x{3,}|\\*{3,}|\\.{3}|<redacted>|\\[redacted\\]",
                    "the text is a placeholder", "replace it by a token, which begins with 007 or 006"),
            new Shape(
                    "-----BEGIN .*",
                    "the text is a key or certificate in PEM format",
                    "enter a token, and keep keys on the server"),
            new Shape(
                    "https?://.*",
                    "the text is a URL without a token",
                    "fetch the token from the URL, and pass the answer"),
            new Shape(
                    "(basic|bearer|authorization:) .*",
                    "the text is a header without a token of Agora",
                    "pass the token of Agora, which begins with 007 or 006"));

    /** Returns what a text without a token is; empty if it is unknown. */
    public static Optional<OtherText> of(String received) {
        String text = withoutQuotes(received);
        if (text.isEmpty()) {
            return Optional.of(new OtherText(
                    true,
                    received.isEmpty() ? "the text is empty" : "the text has only spaces or quotes",
                    "check that the request for the token succeeded, and join after its answer has arrived"));
        }
        if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.of(new OtherText(
                    true,
                    "the text is \"" + text + "\": the code read a value that does not exist",
                    "print the answer of the token server, and " + PASS_FIELD));
        }
        return SHAPES.stream()
                .filter(shape -> shape.pattern.matcher(text).matches())
                .map(shape -> shape.text)
                .findFirst();
    }

    private static String withoutQuotes(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isQuoteOrSpace(text.charAt(start))) {
            start++;
        }
        while (end > start
                && isQuoteOrSpace(text.charAt(end - 1))
                && (text.charAt(end - 1) != '\'' || text.indexOf('\'', start) == end - 1)) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isQuoteOrSpace(char c) {
        return TokenLocator.isWhitespace(c) || c == '"' || c == '\'' || c == '`';
    }

    private record Shape(Pattern pattern, OtherText text) {
        Shape(String regex, String problem, String remedy) {
            this(
                    Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                    new OtherText(false, problem, remedy));
        }
    }
}
