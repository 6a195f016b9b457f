package dev.agoratoken.verify.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A token that was found in a text and repaired.
 *
 * @param damage the difference from the text as received
 */
public record TextRepair(String token, TextDamage damage) {
    /** The length in characters up to which texts are repaired; real tokens have some hundred. */
    private static final int MAX_LENGTH = 1 << 15;

    /** How many tokens of a text are tried: one for RTC and one for Signaling. */
    private static final int MAX_TOKENS = 2;

    /** Returns the repairs to try, the likeliest first; empty if there is nothing to repair. */
    public static List<TextRepair> candidates(String received) {
        if (received.length() > MAX_LENGTH) {
            return List.of();
        }
        TextLayers layers = TextLayers.of(received);
        List<List<LocatedToken>> tokens = TokenLocator.findAll(layers.last());
        if (!isComplete(tokens) && !layers.last().equals(received)) {
            // A backslash before a letter is not always an escape.
            List<List<LocatedToken>> inReceived = TokenLocator.findAll(received);
            if (isComplete(inReceived)) {
                return candidates(new TextLayers(List.of(received), List.of()), inReceived);
            }
        }
        if (tokens.isEmpty()) {
            layers.decodeBase64();
            return candidates(layers, TokenLocator.findAll(layers.last()));
        }
        return candidates(layers, tokens);
    }

    private static boolean isComplete(List<List<LocatedToken>> tokens) {
        return !tokens.isEmpty() && tokens.get(0).get(0).isComplete();
    }

    private static List<TextRepair> candidates(TextLayers layers, List<List<LocatedToken>> tokens) {
        List<List<LocatedToken>> longestFirst = new ArrayList<>(tokens);
        longestFirst.sort(Comparator.comparingInt(
                        (List<LocatedToken> token) -> token.get(0).length())
                .reversed());
        List<TextRepair> repairs = new ArrayList<>(2);
        for (List<LocatedToken> located : longestFirst.subList(0, Math.min(MAX_TOKENS, longestFirst.size()))) {
            for (LocatedToken token : located) {
                TextRepair repair = of(layers, token, tokens, tokens.indexOf(located) + 1);
                if (!repair.token.equals(layers.received())) {
                    repairs.add(repair);
                }
            }
        }
        return repairs;
    }

    private static TextRepair of(TextLayers layers, LocatedToken token, List<List<LocatedToken>> tokens, int number) {
        String text = layers.last();
        SurroundingsReader reader = new SurroundingsReader(text, token, tokens);
        Surroundings surroundings = reader.read(number);
        List<Encoding> encodings = new ArrayList<>(layers.encodingsOf(text.substring(token.start(), token.end())));
        if (surroundings.kind() == Surroundings.Kind.PASTED) {
            removeExpected(encodings, reader);
        } else if (encodings.isEmpty() && isEscapeAround(layers.received(), text, token)) {
            encodings.addAll(layers.encodings());
        }
        return new TextRepair(
                Base64Digits.standard(token.token()),
                new TextDamage(
                        encodings,
                        token.plusSpaces(),
                        token.removed(),
                        Base64Digits.isUrlSafe(token.token()),
                        surroundings));
    }

    /** Removes the encodings that belong to the text around the token. */
    private static void removeExpected(List<Encoding> encodings, SurroundingsReader reader) {
        if (reader.isInUrl()) {
            encodings.remove(Encoding.PERCENT);
        }
        if (reader.isInMarkup()) {
            encodings.removeIf(encoding -> encoding == Encoding.HTML);
        }
        encodings.removeIf(encoding -> encoding == Encoding.JSON);
    }

    /** Returns whether there are escapes around the token besides quotes with a backslash. */
    private static boolean isEscapeAround(String received, String decoded, LocatedToken token) {
        String rest = received.replace(decoded.substring(token.start(), token.end()), "")
                .replaceAll("\\\\+([\"'\\\\]|$)|\\\\+(?=0)", "");
        return !rest.equals(HtmlUnescaper.decode(JsonUnescaper.decode(PercentDecoder.decode(rest))));
    }

    @Override
    public String toString() {
        return "TextRepair[" + token.length() + " characters, redacted]";
    }
}
