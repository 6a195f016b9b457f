package dev.agoratoken.token;

/**
 * Anyone: the empty user of a token, which official builders write for uid 0. Whoever holds such a token may join as any
 * user, so it is never made by accident: only this constant stands for it.
 */
public enum AnyUser implements User {
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
