package dev.agoratoken.verify;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.UserId;

/**
 * The user that a client joins as, legal or not: by number, by account, or as anyone.
 *
 * @param text what a token for exactly this user holds; empty for anyone
 */
public record ExpectedUser(Kind kind, String text) {
    /** A client that joins with the number 0 and takes the user that it is given. */
    public static final ExpectedUser ANYONE = new ExpectedUser(Kind.ANYONE, "");

    /**
     * Takes them as they are; an account may be illegal.
     *
     * @throws InvalidValueException if a number is not written as a token holds it, if there is a text for anyone, or if an
     *     account has more than 1024 characters or half a character of UTF-16
     */
    public ExpectedUser {
        NameLimits.check("account", text);
        if (kind == Kind.NUMBER && !UserId.parse(text).value().equals(text)) {
            throw new InvalidValueException("uid", Printable.quote(text) + " has leading zeros", "remove them");
        }
        if (kind == Kind.ANYONE && !text.isEmpty()) {
            throw new InvalidValueException(
                    "anyUser", Printable.quote(text) + " names one user", "leave the text empty");
        }
    }

    /**
     * A client that joins with that number; 0 is anyone.
     *
     * @throws InvalidValueException if it is no unsigned 32-bit number
     */
    public static ExpectedUser number(long uid) {
        return uid == 0 ? ANYONE : new ExpectedUser(Kind.NUMBER, UserId.of(uid).value());
    }

    /** A client that joins with that account. */
    public static ExpectedUser account(String account) {
        return new ExpectedUser(Kind.ACCOUNT, account);
    }

    /** By which of the join calls a client joins. */
    public enum Kind {
        NUMBER,
        ACCOUNT,
        ANYONE
    }
}
