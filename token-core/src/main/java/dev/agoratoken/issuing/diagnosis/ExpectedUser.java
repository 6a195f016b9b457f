package dev.agoratoken.issuing.diagnosis;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UserId;

/**
 * The user that a client joins as, legal or not: by number, by account, or as anyone.
 *
 * @param text what a token for exactly this user holds; empty for anyone
 */
public record ExpectedUser(Kind kind, String text) {
    /** A client that joins with the number 0 and takes the user that it is given. */
    public static final ExpectedUser ANYONE = new ExpectedUser(Kind.ANYONE, "");

    public ExpectedUser {
        ExpectedName.check("account", text);
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
