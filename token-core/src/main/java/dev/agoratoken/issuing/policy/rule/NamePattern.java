package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A name in a rule: {@code *} stands for any text, <code>${claims.NAME}</code> for the caller's claim of that name, and
 * everything else for itself. Claims are literal: nothing in them is read as a pattern or as another claim. Immutable
 * and thread-safe.
 *
 * <p>Two callers with different claims never share a name. Therefore all claims come before the first {@code *}, a
 * literal text ends each claim, and a claim that contains this text is not usable. With {@code
 * class-${claims.school}-*} the school {@code north} does not get the channels of a school {@code north-1}, because no
 * school can have such a name.
 */
public final class NamePattern {
    private static final String BEGIN = "${";
    private static final String CLAIM = "${claims.";

    private final String written;
    /** Literals at even indexes, names of claims at odd ones. */
    private final List<String> parts;
    /** The pattern, if the name has no claims. */
    private final Optional<Glob> withoutClaims;

    private NamePattern(String written, List<String> parts) {
        this.written = written;
        this.parts = List.copyOf(parts);
        this.withoutClaims = Optional.of(new Glob(written));
    }

    /**
     * Reads a name as written in a rule.
     *
     * @throws InvalidValueException if it is empty, contains a <code>${…}</code> other than a claim, or a claim without
     *     a clear end: directly before another claim or a {@code *}, or after a {@code *}
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

    /** The text that ends the claim at that index; empty for one at the end. */
    private String terminator(int claim) {
        String literal = parts.get(claim + 1);
        int star = literal.indexOf('*');
        return star < 0 ? literal : literal.substring(0, star);
    }

    private static InvalidValueException invalid(String text, String problem) {
        return new InvalidValueException(
                "name", Printable.quote(text) + " " + problem, "use a name such as class-${claims.school}-*");
    }

    /** Returns the pattern for a caller with these claims; empty if a claim is missing or not usable. */
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

    /** Returns why claims of a caller are not usable here; empty if they are. */
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
        // Also if it begins in the claim and ends after it: with "ba" and "aa", the end would be found after the "b".
        return (text + ending).indexOf(ending) < text.length()
                ? Optional.of("contains " + Printable.quote(ending) + ", which ends the claim in the rule")
                : Optional.empty();
    }

    /** Whether it consists of exactly one claim. */
    boolean isClaimAlone() {
        return parts.size() == 3 && written.startsWith(BEGIN) && parts.get(2).isEmpty();
    }

    /** Whether it stands for one name, once the claims are known. */
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

    /** The name as written in the rule. */
    @Override
    public String toString() {
        return written;
    }
}
