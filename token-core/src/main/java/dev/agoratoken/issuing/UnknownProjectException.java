package dev.agoratoken.issuing;

import dev.agoratoken.token.TokenException;

/** A request names a project that is not configured. */
public final class UnknownProjectException extends TokenException {
    private static final long serialVersionUID = 1L;

    public UnknownProjectException(ProjectName name) {
        super("unknown_project", "project: unknown project \"" + name + "\"; use a configured project");
    }
}
