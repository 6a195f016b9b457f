package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserId;

/**
 * A requested user, by the text in the token. A pattern is an account with {@code *} in it; any user is the pattern
 * that matches every user.
 */
public record RequestedUser(String text, Kind kind) {
    static final RequestedUser ANY = new RequestedUser("*", Kind.ACCOUNT);

    /** Creates the user of a channel. */
    public static RequestedUser of(User user) {
        if (user instanceof AnyUser) {
            return ANY;
        }
        return new RequestedUser(user.value(), user instanceof UserId ? Kind.NUMBER : Kind.ACCOUNT);
    }

    /** Creates the user of a service without numeric users. */
    public static RequestedUser of(String userId) {
        return new RequestedUser(userId, Kind.USER_ID);
    }

    /** Whether it is an account that a token cannot distinguish from a uid, or a pattern that matches such an account. */
    public boolean matchesNumber() {
        return kind == Kind.ACCOUNT && UserId.isValue(shortestMatch());
    }

    /** Whether it is the user of a service without numeric users. */
    public boolean isUserId() {
        return kind == Kind.USER_ID;
    }

    /** Whether it is a pattern with a wildcard. */
    public boolean isPattern() {
        return text.indexOf('*') >= 0;
    }

    /** The lowest number that the text matches, if it matches any: no uid begins with 0. */
    private String shortestMatch() {
        String literal = isPattern() ? text.replace("*", "") : text;
        boolean needsDigit = text.startsWith("*") && (literal.isEmpty() || literal.startsWith("0"));
        return needsDigit ? "1" + literal : literal;
    }

    enum Kind {
        NUMBER,
        ACCOUNT,
        /** The user id of a service without numeric users. */
        USER_ID
    }
}
