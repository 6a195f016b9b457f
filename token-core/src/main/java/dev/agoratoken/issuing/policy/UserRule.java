package dev.agoratoken.issuing.policy;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import dev.agoratoken.token.UserId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which users a rule is for. A number and the account of the same digits are two users, as they are to Agora's SDKs: a name
 * covers accounts and user ids, a uid covers numbers, and where a service knows no numbers and the rule has no name, their
 * digits.
 *
 * @param anybody whether every single user is meant; the token for any user is not
 * @param name accounts in channels, user ids elsewhere
 * @param uid numbers in channels
 */
public record UserRule(boolean anybody, Optional<Template> name, Optional<Template> uid) {
    /** Every single user. */
    public static final UserRule ANYBODY = new UserRule(true, Optional.empty(), Optional.empty());

    public UserRule {
        uid.ifPresent(UserRule::checkUid);
    }

    /** The accounts and user ids of that name. */
    public static UserRule named(String template) {
        return new UserRule(false, Optional.of(Template.parse(template)), Optional.empty());
    }

    /** That number, which may be a claim. */
    public static UserRule numbered(String template) {
        return new UserRule(false, Optional.empty(), Optional.of(Template.parse(template)));
    }

    private static void checkUid(Template uid) {
        if (!uid.isClaimAlone() && number(uid.toString()).isEmpty()) {
            throw new InvalidValueException(
                    "uid",
                    Received.quoted(uid.toString()) + " is no uid",
                    "write a number from 1 to 4294967295, or one claim alone");
        }
    }

    boolean covers(AskedUser asked, Claims claims) {
        if (anybody) {
            return true;
        }
        return switch (asked.kind()) {
            case NUMBER -> uid(claims).filter(asked.text()::equals).isPresent();
            case ACCOUNT ->
                name(claims).filter(glob -> glob.covers(asked.text())).isPresent();
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
    boolean overlaps(AskedUser asked, Claims claims) {
        return anybody
                || name.isPresent() && name(claims).orElse(Glob.EVERYTHING).overlaps(asked.text())
                || uid.isPresent()
                        && uid(claims).map(Glob::new).orElse(Glob.EVERYTHING).overlaps(asked.text());
    }

    /** The one name, if the rule is for one. */
    Optional<String> onlyName(Claims claims) {
        return name.filter(Template::isOneName).flatMap(one -> one.with(claims)).map(Glob::pattern);
    }

    /** The digits of the one number, if the rule is for one and they are written as a number is. */
    Optional<String> uid(Claims claims) {
        return uid.flatMap(template -> template.with(claims))
                .map(Glob::pattern)
                .filter(digits -> number(digits).isPresent());
    }

    private Optional<Glob> name(Claims claims) {
        return name.flatMap(template -> template.with(claims));
    }

    /** Leading zeros are refused: the claims 7 and 007 are two people, who must not become one number. */
    private static Optional<UserId> number(String digits) {
        try {
            return Optional.of(UserId.parse(digits)).filter(uid -> uid.value().equals(digits));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    Stream<String> problems(Claims claims) {
        return Stream.of(name, uid).flatMap(Optional::stream).flatMap(template -> template.problems(claims));
    }
}
