package dev.agoratoken.verify;

import dev.agoratoken.token.TokenDefect;

/** Remedies for texts that are unreadable or irregular. */
final class Remedies {
    private static final String MAKE_ANOTHER =
            "copy the token again; if it is the same where it was made, use a current builder";

    private Remedies() {}

    static String forUnreadable(TokenDefect tokenDefect) {
        return switch (tokenDefect) {
            case NOT_A_TOKEN -> "enter the token as the builder returned it, beginning with 007 or 006";
            case UNSUPPORTED_FORMAT -> "make a token of format 007";
            case TRUNCATED -> "copy the complete token, and check whether a database column or a log line truncates it";
            case CORRUPT -> "copy the token again from where it was made, without any change";
            case APP_ID_WITH_SPACE, TRAILING_DATA, NON_CANONICAL, UNORDERED, DUPLICATE_PRIVILEGE, UNKNOWN_SERVICE ->
                MAKE_ANOTHER;
        };
    }

    static String forIrregular(TokenDefect tokenDefect) {
        return switch (tokenDefect) {
            case UNKNOWN_SERVICE -> "update agora-token, or check how the token was made";
            case APP_ID_WITH_SPACE -> "remove the space from the App ID setting of the server that makes tokens";
            case UNORDERED -> "use the token as it is, or make new tokens with a current builder";
            case DUPLICATE_PRIVILEGE -> "list each privilege and each permission once when you make the token";
            case TRAILING_DATA -> "remove the data after the token, and check where it was added";
            case NOT_A_TOKEN, UNSUPPORTED_FORMAT, TRUNCATED, CORRUPT, NON_CANONICAL -> MAKE_ANOTHER;
        };
    }
}
