package dev.agoratoken.verify;

import static dev.agoratoken.verify.finding.FindingCode.CASE_LOST;
import static dev.agoratoken.verify.finding.FindingCode.NOT_A_TOKEN;
import static dev.agoratoken.verify.finding.FindingCode.NO_TOKEN;
import static dev.agoratoken.verify.finding.FindingCode.PERCENT_ENCODED;
import static dev.agoratoken.verify.finding.FindingCode.PLUS_BECAME_SPACE;
import static dev.agoratoken.verify.finding.FindingCode.TEXT_ENCODED;
import static dev.agoratoken.verify.finding.FindingCode.TOKEN_EXTRACTED;
import static dev.agoratoken.verify.finding.FindingCode.TRAILING_DATA;
import static dev.agoratoken.verify.finding.FindingCode.TRUNCATED;
import static dev.agoratoken.verify.finding.FindingCode.URL_SAFE_BASE64;
import static dev.agoratoken.verify.finding.FindingCode.WHITESPACE;

import dev.agoratoken.text.Printable;
import dev.agoratoken.verify.check.FindingCollector;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import dev.agoratoken.verify.text.Encoding;
import dev.agoratoken.verify.text.OtherText;
import dev.agoratoken.verify.text.Surroundings;
import dev.agoratoken.verify.text.TextDamage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Findings about the text of a token: what a client sends must be the token alone. */
final class TextFindings {
    /** The codes that describe the text and not the token in it. */
    private static final Set<FindingCode> OF_TEXT = EnumSet.of(
            PERCENT_ENCODED,
            PLUS_BECAME_SPACE,
            TEXT_ENCODED,
            TOKEN_EXTRACTED,
            TRAILING_DATA,
            URL_SAFE_BASE64,
            WHITESPACE);

    private static final String SEND_ALONE = "send only the token";

    private TextFindings() {}

    static FindingCollector of(TextDamage damage) {
        FindingCollector findingCollector = new FindingCollector();
        reportEncodings(damage, findingCollector);
        reportInside(damage, findingCollector);
        report(damage.surroundings(), findingCollector);
        return findingCollector;
    }

    static FindingCollector of(OtherText other) {
        FindingCollector findingCollector = new FindingCollector();
        findingCollector.error(other.isMissing() ? NO_TOKEN : NOT_A_TOKEN, other.problem(), other.remedy());
        return findingCollector;
    }

    static FindingCollector ofLostCase(String onlyCase) {
        FindingCollector findingCollector = new FindingCollector();
        findingCollector.error(
                CASE_LOST,
                "all letters of the token are " + onlyCase + " case, but base64 needs both",
                "pass the token on unchanged, and find what changes its letters");
        return findingCollector;
    }

    static FindingCollector ofShortened() {
        FindingCollector findingCollector = new FindingCollector();
        findingCollector.error(
                TRUNCATED,
                "the token was shortened for display, as logs and tables do",
                "copy the complete token from where the client passes it to the SDK");
        return findingCollector;
    }

    /** Returns the findings; if only the text has errors, the first of them says that the token inside is accepted. */
    static List<Finding> withVerdictInside(List<Finding> sorted) {
        if (sorted.isEmpty()) {
            return List.of();
        }
        Finding first = sorted.get(0);
        boolean onlyText = first.severity() == Severity.ERROR
                && sorted.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .allMatch(finding -> OF_TEXT.contains(finding.code()));
        if (!onlyText) {
            return sorted;
        }
        List<Finding> findings = new ArrayList<>(sorted);
        findings.set(
                0,
                new Finding(
                        first.code(),
                        first.severity(),
                        first.message(),
                        first.remedy() + "; the token inside is accepted"));
        return findings;
    }

    /** Returns the findings, with text around the token as errors. */
    static List<Finding> asErrors(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() == TOKEN_EXTRACTED || finding.code() == WHITESPACE
                        ? new Finding(finding.code(), Severity.ERROR, finding.message(), finding.remedy())
                        : finding)
                .toList();
    }

    private static void reportEncodings(TextDamage damage, FindingCollector findingCollector) {
        List<Encoding> encodings = damage.encodings();
        int percent = (int) encodings.stream().filter(Encoding.PERCENT::equals).count();
        if (percent > 0) {
            // Once belongs to a URL.
            percent += damage.surroundings().isInUrl() ? 1 : 0;
            findingCollector.error(
                    PERCENT_ENCODED,
                    percent == 1
                            ? "the token is percent-encoded, as in a URL"
                            : "the token is percent-encoded " + percent + " times",
                    percent == 1
                            ? "decode the token once after you read it from the URL"
                            : "encode the token once, and decode it after you read it from the URL");
        }
        encodings.stream()
                .filter(encoding -> encoding != Encoding.PERCENT)
                .findFirst()
                .ifPresent(encoding -> {
                    switch (encoding) {
                        case JSON ->
                            findingCollector.error(
                                    TEXT_ENCODED,
                                    "the token has escapes of JSON, such as \\/ or \\u002B",
                                    "read the token with a JSON parser, and pass the value of its field");
                        case HTML ->
                            findingCollector.error(
                                    TEXT_ENCODED,
                                    "the token has escapes of HTML, such as &#43;",
                                    "put the token into the page without HTML escapes, or decode them");
                        case BASE64 ->
                            findingCollector.error(
                                    TEXT_ENCODED,
                                    "the text is base64 of a token, which was encoded again",
                                    "pass the token as the builder returned it, without encoding it");
                        case PERCENT -> throw new AssertionError("reported above");
                    }
                });
    }

    private static void reportInside(TextDamage damage, FindingCollector findingCollector) {
        if (damage.plusSpaces() > 0) {
            findingCollector.error(
                    PLUS_BECAME_SPACE,
                    Printable.count(damage.plusSpaces(), "space") + " where '+' is expected: the token was URL-decoded",
                    "percent-encode the token in URLs and forms ('+' as %2B)");
        }
        if (damage.removed() > 0) {
            boolean isWrapped = damage.surroundings().kind() == Surroundings.Kind.SENT;
            findingCollector.error(
                    WHITESPACE,
                    Printable.count(damage.removed(), "extra character")
                            + " inside the token, such as a space, line break or backslash"
                            + (isWrapped ? ", and " + damage.surroundings().what() + " around it" : ""),
                    "send the token as one line, without extra characters");
        }
        if (damage.isUrlSafe()) {
            findingCollector.error(
                    URL_SAFE_BASE64,
                    "the token contains '-' or '_' instead of '+' or '/': it was encoded as URL-safe base64",
                    "encode the token as standard base64, and percent-encode it in URLs");
        }
    }

    private static void report(Surroundings around, FindingCollector findingCollector) {
        switch (around.kind()) {
            case NONE -> {}
            case SPACE_AFTER ->
                findingCollector.warn(
                        WHITESPACE,
                        around.what() + " after the token, which some SDKs and servers reject",
                        "remove what follows the token, for example with trim()");
            case SENT -> reportSent(around, findingCollector);
            case EXTRA ->
                findingCollector.error(
                        TRAILING_DATA,
                        Printable.count(around.after(), "extra character") + " after the end of the token",
                        "remove what follows the token, and find where it is added");
            case JOINED ->
                findingCollector.error(
                        TRAILING_DATA,
                        "the text has " + around.tokens() + " tokens, one after the other" + around.what(),
                        "send one token, and find where the other is added");
            case PASTED -> reportPasted(around, findingCollector);
        }
    }

    private static void reportSent(Surroundings around, FindingCollector findingCollector) {
        String place = around.before() == 0 ? "after" : around.after() == 0 ? "before" : "around";
        findingCollector.error(
                WHITESPACE,
                around.what() + " " + place + " the token"
                        + (around.before() == 0 ? "" : ": Agora expects 006 or 007 as the first three characters"),
                "send the token without the " + around.what().replaceFirst("^an? ", ""));
    }

    private static void reportPasted(Surroundings around, FindingCollector findingCollector) {
        String which = around.tokens() == 1 ? "the token" : "token " + around.number() + " of " + around.tokens();
        findingCollector.note(
                TOKEN_EXTRACTED,
                which + " was read from " + around.what() + ", with " + Printable.count(around.before(), "character")
                        + " before it and " + around.after() + " after it",
                SEND_ALONE);
    }
}
