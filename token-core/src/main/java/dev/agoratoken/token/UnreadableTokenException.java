package dev.agoratoken.token;

/** A text that is not a readable token of format 006 or 007. The code names the defect. */
public final class UnreadableTokenException extends TokenException {
    private static final long serialVersionUID = 1L;

    private final TokenDefect tokenDefect;

    public UnreadableTokenException(TokenDefect tokenDefect, String message) {
        super(tokenDefect.code(), message);
        this.tokenDefect = tokenDefect;
    }

    /** The defect. */
    public TokenDefect defect() {
        return tokenDefect;
    }
}
