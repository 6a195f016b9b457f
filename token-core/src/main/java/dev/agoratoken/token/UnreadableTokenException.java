package dev.agoratoken.token;

/** A text that is no token of format 006 or 007; the code says in which way. */
public final class UnreadableTokenException extends TokenException {
    private static final long serialVersionUID = 1L;

    private final TokenDefect tokenDefect;

    public UnreadableTokenException(TokenDefect tokenDefect, String message) {
        super(tokenDefect.code(), message);
        this.tokenDefect = tokenDefect;
    }

    /** In which way the text is no token. */
    public TokenDefect defect() {
        return tokenDefect;
    }
}
