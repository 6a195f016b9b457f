package dev.agoratoken.cli;

import dev.agoratoken.token.TokenException;

/** The exit codes, and which failure ends in which. */
final class ExitCodes {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int BAD_INPUT = 2;
    static final int OUR_FAULT = 70;

    private ExitCodes() {}

    /** The one table from failure to exit code: whatever this product has a name for is bad input or configuration. */
    static int of(Throwable failure) {
        return failure instanceof TokenException ? BAD_INPUT : OUR_FAULT;
    }
}
