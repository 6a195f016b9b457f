package dev.agoratoken.cli.error;

import dev.agoratoken.cli.port.ServerException;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.verify.Verdict;

/** The exit codes and their failures. */
public final class ExitCodes {
    public static final int DONE = 0;
    public static final int REJECTED = 1;
    public static final int USAGE = 2;
    static final int UNDECIDED = 3;
    static final int INTERNAL_ERROR = 70;

    private ExitCodes() {}

    public static int of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> DONE;
            case REFUSED -> REJECTED;
            case UNDECIDED -> UNDECIDED;
        };
    }

    /** Expected failures are denials of a server, or invalid input or configuration; all others are internal errors. */
    static int of(Throwable failure) {
        if (failure instanceof ServerException answer && answer.isDenied()) {
            return REJECTED;
        }
        return failure instanceof TokenException ? USAGE : INTERNAL_ERROR;
    }
}
