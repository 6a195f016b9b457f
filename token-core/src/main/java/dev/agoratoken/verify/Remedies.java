package dev.agoratoken.verify;

import dev.agoratoken.token.TokenDefect;

/** What to do about a text that is not as a writer makes it. */
final class Remedies {
    private static final String MAKE_ANOTHER = "make a new token with a current builder, and hand it on unchanged";

    private Remedies() {}

    static String forUnreadable(TokenDefect tokenDefect, String text) {
        if (tokenDefect == TokenDefect.NOT_A_TOKEN) {
            return forNoToken(text);
        }
        return switch (tokenDefect) {
            case UNSUPPORTED_FORMAT -> "make a token of format 007";
            case TRUNCATED -> "copy the whole token, and see whether a database column or a log line cuts it";
            case CORRUPT -> "copy the token again from where it was made, and change nothing in it";
            case NOT_A_TOKEN, TRAILING_DATA, NON_CANONICAL, UNORDERED, DUPLICATE_PRIVILEGE, UNKNOWN_SERVICE ->
                MAKE_ANOTHER;
        };
    }

    private static String forNoToken(String text) {
        if (text.startsWith("NETLESS")) {
            return "give this whiteboard token to the whiteboard SDK, and a token of 007 here";
        }
        if (text.length() == 32) {
            return "give a token here and not an App ID or a certificate; keep a certificate on the server";
        }
        return "give the token as the builder returned it: it begins with 007 or 006";
    }

    static String forIrregular(TokenDefect tokenDefect) {
        return switch (tokenDefect) {
            case UNKNOWN_SERVICE -> "update this program, or have a look at who made the token";
            case UNORDERED -> "leave it, or make new tokens with a current builder";
            case DUPLICATE_PRIVILEGE -> "give each privilege and each permission once";
            case TRAILING_DATA -> "cut off what follows the token, and see where it comes from";
            case NOT_A_TOKEN, UNSUPPORTED_FORMAT, TRUNCATED, CORRUPT, NON_CANONICAL -> MAKE_ANOTHER;
        };
    }
}
