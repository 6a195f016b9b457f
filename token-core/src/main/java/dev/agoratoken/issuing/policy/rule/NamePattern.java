package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A name in a rule: {@code *} stands for any text, <code>${claims.NAME}</code> for what the caller's claim of that name says,
 * everything else for itself. A claim is filled in as a literal: nothing in it is read as a pattern or as another claim.
 *
 * <p>Two callers whose claims differ never share a name. Therefore all claims stand before the first {@code *}, what follows a
 * claim is a text that ends it, and a claim that holds that text stands for nothing: with {@code class-${claims.school}-*} the
 * school {@code north} does not get the channels of a school {@code north-1}, because none can be called so.
 */
public final class NamePattern {
    private static final String BEGIN = "${";
    private static final String CLAIM = "${claims.";

    private final String written;
    /** Literals at even places, names of claims at odd ones. */
    private final List<String> parts;
    /** What it stands for where it names no claim. */
    private final Optional<Glob> withoutClaims;

    private NamePattern(String written, List<String> parts) {
        this.written = written;
        this.parts = List.copyOf(parts);
        this.withoutClaims = Optional.of(new Glob(written));
    }

    /**
     * Reads a name as it is written in a rule.
     *
     * @throws InvalidValueException if it is empty, has a <code>${…}</code> that is no claim, or a claim of which nobody could
     *     say where it ends: one right before another or a {@code *}, or anywhere after a {@code *}
     */
    public static NamePattern parse(String text) {
        if (text == null || text.isEmpty()) {
            throw invalid(text, "is empty");
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, from)) {
            int end = text.indexOf('}', begin);
            if (!text.startsWith(CLAIM, begin) || end <= begin + CLAIM.length()) {
                throw invalid(text, "has a ${...} other than ${claims.NAME}");
            }
            parts.add(text.substring(from, begin));
            parts.add(text.substring(begin + CLAIM.length(), end));
            from = end + 1;
        }
        parts.add(text.substring(from));
        NamePattern namePattern = new NamePattern(text, parts);
        namePattern.checkClaimTerminators();
        return namePattern;
    }

    private void checkClaimTerminators() {
        for (int i = 1; i < parts.size(); i += 2) {
            if (parts.get(i - 1).indexOf('*') >= 0) {
                throw invalid(written, "has a claim after '*', so its beginning is ambiguous");
            }
            boolean isLast = i == parts.size() - 2 && parts.get(i + 1).isEmpty();
            if (!isLast && terminator(i).isEmpty()) {
                throw invalid(written, "has a claim without text after it, so its end is ambiguous");
            }
        }
    }

    /** The text that ends the claim of that place; empty for one at the end. */
    private String terminator(int claim) {
        String literal = parts.get(claim + 1);
        int star = literal.indexOf('*');
        return star < 0 ? literal : literal.substring(0, star);
    }

    private static InvalidValueException invalid(String text, String problem) {
        return new InvalidValueException(
                "name", Printable.quote(text) + " " + problem, "use a name such as class-${claims.school}-*");
    }

    /** The pattern for a caller with those claims; empty if one that it needs is not there or cannot stand in a name. */
    Optional<Glob> with(Claims claims) {
        if (parts.size() == 1) {
            return withoutClaims;
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i % 2 == 1 && problem(i, claims).isPresent()) {
                return Optional.empty();
            }
            pattern.append(i % 2 == 0 ? parts.get(i) : claims.text(parts.get(i)).orElseThrow());
        }
        return Optional.of(new Glob(pattern.toString()));
    }

    /** Why claims of that caller cannot stand here, in words; none if they can. */
    Stream<String> problems(Claims claims) {
        return IntStream.range(0, parts.size())
                .filter(i -> i % 2 == 1)
                .boxed()
                .flatMap(i -> problem(i, claims).map(problem -> "your claim " + parts.get(i) + " " + problem).stream());
    }

    private Optional<String> problem(int claim, Claims claims) {
        Optional<String> problem = claims.problem(parts.get(claim));
        String ending = terminator(claim);
        if (problem.isPresent() || ending.isEmpty()) {
            return problem;
        }
        String text = claims.text(parts.get(claim)).orElseThrow();
        // Also where it begins in the claim and ends after it: after "ba", "aa" would be read behind the "b".
        return (text + ending).indexOf(ending) < text.length()
                ? Optional.of("contains " + Printable.quote(ending) + ", which ends the claim in the rule")
                : Optional.empty();
    }

    /** Whether it is one claim and nothing else. */
    boolean isClaimAlone() {
        return parts.size() == 3 && written.startsWith(BEGIN) && parts.get(2).isEmpty();
    }

    /** Whether it stands for one name only, once the claims are known. */
    public boolean isOneName() {
        return written.indexOf('*') < 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamePattern that && written.equals(that.written);
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
