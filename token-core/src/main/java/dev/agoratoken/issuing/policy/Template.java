package dev.agoratoken.issuing.policy;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name in a rule: {@code *} stands for any text, <code>${claims.NAME}</code> for what the caller's claim of that name says,
 * everything else for itself. A claim is filled in as a literal: nothing in it is read as a pattern or as another claim.
 */
public final class Template {
    private static final String BEGIN = "${";
    private static final String CLAIM = "${claims.";

    private final String written;
    /** Literals at even places, names of claims at odd ones. */
    private final List<String> parts;

    private Template(String written, List<String> parts) {
        this.written = written;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a name as it is written in a rule.
     *
     * @throws InvalidValueException if it is empty, or has a <code>${…}</code> that is no claim
     */
    public static Template parse(String text) {
        if (text.isEmpty()) {
            throw refused(text, "is empty");
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, from)) {
            int end = text.indexOf('}', begin);
            if (!text.startsWith(CLAIM, begin) || end <= begin + CLAIM.length()) {
                throw refused(text, "has a ${...} that names no claim");
            }
            parts.add(text.substring(from, begin));
            parts.add(text.substring(begin + CLAIM.length(), end));
            from = end + 1;
        }
        parts.add(text.substring(from));
        return new Template(text, parts);
    }

    private static InvalidValueException refused(String text, String problem) {
        return new InvalidValueException(
                "name", Received.quoted(text) + " " + problem, "write a name such as class-${claims.school}-*");
    }

    /** The pattern for a caller with those claims; empty if one that it needs is not there or cannot stand in a name. */
    Optional<Glob> with(Claims claims) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Optional<String> text = i % 2 == 0 ? Optional.of(parts.get(i)) : claims.text(parts.get(i));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            pattern.append(text.get());
        }
        return Optional.of(new Glob(pattern.toString()));
    }

    /** The names of the claims in it. */
    List<String> claims() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < parts.size(); i += 2) {
            names.add(parts.get(i));
        }
        return names;
    }

    /** Whether it stands for one name only, once the claims are known. */
    public boolean isOneName() {
        return written.indexOf('*') < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that && written.equals(that.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    /** As it is written in the rule. */
    @Override
    public String toString() {
        return written;
    }
}
