package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UserId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The users of a rule. A name covers accounts and user ids. A uid covers numbers, and their digits in services without
 * numeric users if the rule has no name.
 *
 * <p>For Agora's SDKs a number and the account of the same digits are two users, but a token contains the same text for
 * both: a token for the account {@code 1234} also lets its holder join as the number 1234. Digits therefore belong to
 * numbers: the rule covers an account that is written like a number only if it also covers the uid
 * (docs/adr/0015-digits-belong-to-numbers.md). A pattern that matches such accounts matches too many for one uid: only
 * {@link #ANYBODY} covers it.
 *
 * @param any whether the rule is for every single user; a token for any user is not included
 * @param name accounts in channels, user ids elsewhere
 * @param uid numbers in channels
 */
public record UserRule(boolean any, Optional<NamePattern> name, Optional<NamePattern> uid) {
    /** Every single user. */
    public static final UserRule ANYBODY = new UserRule(true, Optional.empty(), Optional.empty());

    public UserRule {
        uid.ifPresent(UserRule::checkUid);
    }

    /** Creates a rule for the accounts and user ids with that name, except accounts that are written like a number. */
    public static UserRule ofName(String template) {
        return new UserRule(false, Optional.of(NamePattern.parse(template)), Optional.empty());
    }

    /** Creates a rule for a number, or for the number in a claim. */
    public static UserRule ofNumber(String template) {
        return new UserRule(false, Optional.empty(), Optional.of(NamePattern.parse(template)));
    }

    private static void checkUid(NamePattern uid) {
        if (!uid.isClaimAlone() && !isNumber(uid.toString())) {
            throw new InvalidValueException(
                    "uid",
                    "invalid uid " + Printable.quote(uid.toString()),
                    "use a number from 1 to 4294967295, or one claim alone");
        }
    }

    boolean covers(RequestedUser asked, Claims claims) {
        if (any) {
            return true;
        }
        return switch (asked.kind()) {
            case NUMBER -> uid(claims).filter(asked.text()::equals).isPresent();
            case ACCOUNT ->
                name(claims).filter(glob -> glob.covers(asked.text())).isPresent()
                        && (!asked.matchesNumber()
                                || uid(claims).filter(asked.text()::equals).isPresent());
            case USER_ID ->
                name.isPresent()
                        ? name(claims).filter(glob -> glob.covers(asked.text())).isPresent()
                        : uid(claims).filter(asked.text()::equals).isPresent();
        };
    }

    /**
     * Whether one of these users could use the requested service. A number and its digits are the same here, as they
     * are in a token, and a missing claim could be any user.
     */
    boolean overlaps(RequestedUser asked, Claims claims) {
        return any
                || name.isPresent() && name(claims).orElse(Glob.EVERYTHING).overlaps(asked.text())
                || uid.isPresent()
                        && uid(claims).map(Glob::new).orElse(Glob.EVERYTHING).overlaps(asked.text());
    }

    /** The name, if the rule is for exactly one. */
    public Optional<String> onlyName(Claims claims) {
        return name.filter(NamePattern::isOneName)
                .flatMap(one -> one.with(claims))
                .map(Glob::pattern);
    }

    /** The digits of the number, if the rule is for exactly one and the digits are written like a number. */
    public Optional<String> uid(Claims claims) {
        return uid.flatMap(namePattern -> namePattern.with(claims))
                .map(Glob::pattern)
                .filter(UserRule::isNumber);
    }

    private Optional<Glob> name(Claims claims) {
        return name.flatMap(namePattern -> namePattern.with(claims));
    }

    /** Rejects leading zeros: the claims 7 and 007 are two people, who must not become one number. */
    static boolean isNumber(String digits) {
        try {
            return UserId.parse(digits).value().equals(digits);
        } catch (InvalidValueException e) {
            return false;
        }
    }

    Stream<String> problems(Claims claims) {
        return Stream.of(name, uid).flatMap(Optional::stream).flatMap(namePattern -> namePattern.problems(claims));
    }
}
