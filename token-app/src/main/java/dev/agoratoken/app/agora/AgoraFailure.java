package dev.agoratoken.app.agora;

/** A request to Agora failed. The message is one line, without a secret. */
final class AgoraFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String problem;

    AgoraFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.problem = message;
    }

    /** The message, one line. */
    String problem() {
        return problem;
    }

    Kind kind() {
        return kind;
    }

    /** What the failure means for the next attempt. */
    enum Kind {
        /** The same request would fail again. */
        REJECTED,
        /** The rule is not there. */
        NOT_FOUND,
        /** Agora did nothing, and wants the request later. */
        POSTPONED,
        /** Nobody knows whether Agora did it. */
        UNANSWERED
    }
}
