package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.TokenException;

/** An authenticated caller requests more than its rules allow. */
public final class AccessDeniedException extends TokenException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    private AccessDeniedException(String path, String problem) {
        super("not_allowed", path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    /** Creates a denial because of a field of the request. */
    public static AccessDeniedException of(String field, String problem) {
        return new AccessDeniedException(field, problem);
    }

    /** Creates a denial because of a field of one of the services, counted from 0. */
    public static AccessDeniedException inService(int service, String field, String problem) {
        return new AccessDeniedException("services[" + service + "]." + field, problem);
    }

    /** The path of the field that no rule covers, such as {@code services[0].channel}. */
    public String path() {
        return path;
    }

    /** What is wrong, and what to do. */
    public String problem() {
        return problem;
    }
}
