package dev.agoratoken.verify.expectation;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UserId;

/**
 * The user that a client joins as, valid or not: a uid, an account, or any user.
 *
 * @param kind the kind of user in the join call
 * @param text the text of this user in a token; empty for any user
 */
public record ExpectedUser(Kind kind, String text) {
    /** A client that joins with uid 0, for which Agora chooses the user. */
    public static final ExpectedUser ANYONE = new ExpectedUser(Kind.ANYONE, "");

    /**
     * Creates an expected user; an account may be invalid.
     *
     * @throws InvalidValueException if a uid is not 1 to 4294967295 without leading zeros, if any user has a text, or if
     *     an account has more than 1024 characters or an unpaired surrogate
     */
    public ExpectedUser {
        NameLimits.require("account", text);
        if (kind == Kind.NUMBER && !UserId.parse(text).value().equals(text)) {
            throw new InvalidValueException("uid", Printable.quote(text) + " has leading zeros", "remove them");
        }
        if (kind == Kind.ANYONE && !text.isEmpty()) {
            throw new InvalidValueException(
                    "anyUser", Printable.quote(text) + " names one user", "leave the text empty");
        }
    }

    /**
     * {@return a client that joins with a uid; 0 is any user}
     *
     * @param uid 0 to 4294967295
     * @throws InvalidValueException if the uid is not 0 to 4294967295
     */
    public static ExpectedUser number(long uid) {
        return uid == 0 ? ANYONE : new ExpectedUser(Kind.NUMBER, UserId.of(uid).value());
    }

    /**
     * {@return a client that joins with an account}
     *
     * @param account at most 1024 characters
     * @throws InvalidValueException if it has more than 1024 characters or an unpaired surrogate
     */
    public static ExpectedUser account(String account) {
        return new ExpectedUser(Kind.ACCOUNT, account);
    }

    /** The kind of user in the join call of the client. */
    public enum Kind {
        /** A uid. */
        NUMBER,
        /** A user account. */
        ACCOUNT,
        /** Uid 0, for which Agora chooses the uid. */
        ANYONE
    }
}
