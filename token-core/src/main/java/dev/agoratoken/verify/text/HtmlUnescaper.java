package dev.agoratoken.verify.text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decoder of the character references of HTML and XML that occur in and beside a token, such as <code>&amp;#43;</code>. */
final class HtmlUnescaper {
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("plus", "+"),
            Map.entry("sol", "/"),
            Map.entry("equals", "="),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("nbsp", "\u00A0"),
            Map.entry("hyphen", "-"),
            Map.entry("lowbar", "_"));
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#([0-9]{1,6})|#[xX]([0-9A-Fa-f]{1,5})|([a-z]{2,6}));");

    private HtmlUnescaper() {}

    /** Returns the text, decoded once; the same text if nothing is escaped. */
    static String decode(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(character(reference)));
    }

    private static String character(MatchResult reference) {
        if (reference.group(3) != null) {
            return NAMED.getOrDefault(reference.group(3), reference.group());
        }
        int code = reference.group(1) == null
                ? Integer.parseInt(reference.group(2), 16)
                : Integer.parseInt(reference.group(1));
        return Character.isBmpCodePoint(code) ? String.valueOf((char) code) : reference.group();
    }
}
