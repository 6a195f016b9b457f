package dev.agoratoken.token;

/**
 * Who may use a channel: a number, a user account, everybody whose account matches a pattern, or anyone. A number and
 * the account of the same digits write the same text into a token, but belong to two different join calls.
 */
public sealed interface User permits UserId, UserAccount, UserPattern, AnyUser {
    /** The text that goes into the token; empty for anyone. */
    String value();
}
