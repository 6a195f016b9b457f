package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.TokenException;
import java.util.OptionalInt;

/** An authenticated caller requests more than its rules allow. */
public final class AccessDeniedException extends TokenException {
    private static final long serialVersionUID = 1L;
    private static final int NO_SERVICE = -1;

    private final String field;
    private final int service;
    private final String problem;

    private AccessDeniedException(String field, int service, String problem) {
        super("not_allowed", path(field, service) + ": " + problem);
        this.field = field;
        this.service = service;
        this.problem = problem;
    }

    /** Creates a denial because of a field of the request. */
    public static AccessDeniedException of(String field, String problem) {
        return new AccessDeniedException(field, NO_SERVICE, problem);
    }

    /** Creates a denial because of a field of one of the services, counted from 0. */
    public static AccessDeniedException inService(int service, String field, String problem) {
        return new AccessDeniedException(field, service, problem);
    }

    private static String path(String field, int service) {
        return service == NO_SERVICE ? field : "services[" + service + "]." + field;
    }

    /** The field that no rule covers, such as {@code channel}. */
    public String field() {
        return field;
    }

    /** The index of its service, from 0; empty for a field of the request. */
    public OptionalInt service() {
        return service == NO_SERVICE ? OptionalInt.empty() : OptionalInt.of(service);
    }

    /** The path of the field, such as {@code services[0].channel}. */
    public String path() {
        return path(field, service);
    }

    /** What is wrong, and what to do. */
    public String problem() {
        return problem;
    }
}
