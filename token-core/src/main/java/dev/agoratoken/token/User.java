package dev.agoratoken.token;

/**
 * The user of a token for a channel: a number, an account, every account that a pattern matches, or any user. A number
 * and the account with the same digits have the same text in a token, but belong to different join calls of the SDKs.
 */
public sealed interface User permits UserId, UserAccount, UserPattern, AnyUser {
    /** {@return the text in the token; empty for any user} */
    String value();
}
