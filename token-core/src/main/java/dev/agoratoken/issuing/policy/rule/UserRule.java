package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.UserId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which users a rule is for. A name covers accounts and user ids, a uid covers numbers, and where a service knows no numbers
 * and the rule has no name, their digits.
 *
 * <p>To Agora's SDKs a number and the account of the same digits are two users, but a token holds the same text for both, so
 * whoever has a token for the account {@code 1234} joins as the number 1234 with it. Digits therefore belong to numbers: an
 * account that is written as a number is covered only if the uid is covered, too, whatever the name says. A pattern that
 * matches such accounts matches too many for one uid: only {@link #ANYBODY} covers it.
 *
 * @param any whether every single user is meant; the token for any user is not
 * @param name accounts in channels, user ids elsewhere
 * @param uid numbers in channels
 */
public record UserRule(boolean any, Optional<NamePattern> name, Optional<NamePattern> uid) {
    /** Every single user. */
    public static final UserRule ANYBODY = new UserRule(true, Optional.empty(), Optional.empty());

    public UserRule {
        uid.ifPresent(UserRule::checkUid);
    }

    /** The accounts and user ids of that name; no accounts that are written as a number is. */
    public static UserRule ofName(String template) {
        return new UserRule(false, Optional.of(NamePattern.parse(template)), Optional.empty());
    }

    /** That number, which may be a claim. */
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
     * Whether one of these users might use what is asked for. Here a number and its digits are the same, because they are so
     * in a token; and what a missing claim leaves open might be anyone.
     */
    boolean overlaps(RequestedUser asked, Claims claims) {
        return any
                || name.isPresent() && name(claims).orElse(Glob.EVERYTHING).overlaps(asked.text())
                || uid.isPresent()
                        && uid(claims).map(Glob::new).orElse(Glob.EVERYTHING).overlaps(asked.text());
    }

    /** The one name, if the rule is for one. */
    public Optional<String> onlyName(Claims claims) {
        return name.filter(NamePattern::isOneName)
                .flatMap(one -> one.with(claims))
                .map(Glob::pattern);
    }

    /** The digits of the one number, if the rule is for one and they are written as a number is. */
    public Optional<String> uid(Claims claims) {
        return uid.flatMap(namePattern -> namePattern.with(claims))
                .map(Glob::pattern)
                .filter(UserRule::isNumber);
    }

    private Optional<Glob> name(Claims claims) {
        return name.flatMap(namePattern -> namePattern.with(claims));
    }

    /** Leading zeros are refused: the claims 7 and 007 are two people, who must not become one number. */
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
