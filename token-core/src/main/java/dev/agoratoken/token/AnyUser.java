package dev.agoratoken.token;

/**
 * Any user: the empty user of a token, which official builders write for uid 0. Every client may use such a token, so
 * only this constant stands for it and no text or number becomes it by accident.
 */
public enum AnyUser implements User {
    /** The only constant: uid 0 and the account "". */
    ANY_USER;

    @Override
    public String value() {
        return "";
    }

    @Override
    public String toString() {
        return "any user";
    }
}
