package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserId;

/**
 * A user that is asked for, by the text that goes into the token. A pattern is an account with {@code *} in it; any user is
 * the pattern that everybody matches.
 */
public record RequestedUser(String text, Kind kind) {
    static final RequestedUser ANY = new RequestedUser("*", Kind.ACCOUNT);

    static RequestedUser of(User user) {
        if (user instanceof AnyUser) {
            return ANY;
        }
        return new RequestedUser(user.value(), user instanceof UserId ? Kind.NUMBER : Kind.ACCOUNT);
    }

    static RequestedUser of(String userId) {
        return new RequestedUser(userId, Kind.USER_ID);
    }

    /** Whether it is an account that cannot be told from a number in a token. */
    public boolean isAccountOfDigits() {
        return kind == Kind.ACCOUNT && UserRule.isNumber(text);
    }

    enum Kind {
        NUMBER,
        ACCOUNT,
        /** The user id of a service that knows no numbers. */
        USER_ID
    }
}
