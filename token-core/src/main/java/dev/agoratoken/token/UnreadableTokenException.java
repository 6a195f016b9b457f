package dev.agoratoken.token;

/** A text that is no token of format 006 or 007; the code says in which way. */
public final class UnreadableTokenException extends TokenException {
    private static final long serialVersionUID = 1L;

    private final Defect defect;

    public UnreadableTokenException(Defect defect, String message) {
        super(defect.code(), message);
        this.defect = defect;
    }

    /** In which way the text is no token. */
    public Defect defect() {
        return defect;
    }
}
