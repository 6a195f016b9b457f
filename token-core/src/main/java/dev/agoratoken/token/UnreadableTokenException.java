package dev.agoratoken.token;

/** A text that is not a readable token of format 006 or 007. The code names the defect. */
public final class UnreadableTokenException extends TokenException {
    private static final long serialVersionUID = 1L;

    /** See {@link #defect()}. */
    private final TokenDefect tokenDefect;

    /**
     * Creates the failure of a text.
     *
     * @param tokenDefect why the text cannot be read
     * @param message the defect in one line, without the token
     */
    public UnreadableTokenException(TokenDefect tokenDefect, String message) {
        super(tokenDefect.code(), message);
        this.tokenDefect = tokenDefect;
    }

    /** {@return why the text cannot be read} */
    public TokenDefect defect() {
        return tokenDefect;
    }
}
