package dev.agoratoken.issuing;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.token.TokenException;
import java.util.List;

/** A request names a project that is not configured, or names none where there is no default project. */
public final class UnknownProjectException extends TokenException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final String problem;
    /** What to do, with the names of projects. */
    private final String localRemedy;

    private UnknownProjectException(String problem, String remedy, String localRemedy) {
        super("unknown_project", problem + "; " + remedy);
        this.problem = problem;
        this.localRemedy = localRemedy;
    }

    /**
     * {@return the failure of a request that names this project}
     *
     * @param name the name in the request
     * @param projects those that are configured
     */
    public static UnknownProjectException named(ProjectName name, Projects projects) {
        return new UnknownProjectException(
                "project: unknown project \"" + name + "\"",
                "use a configured project",
                DidYouMean.among(name.value(), names(projects)));
    }

    /**
     * {@return the failure of a request that names no project}
     *
     * @param projects those that are configured
     */
    public static UnknownProjectException noDefault(Projects projects) {
        return new UnknownProjectException(
                "project: missing, and there is no default project",
                "name the project",
                "name one of " + String.join(", ", names(projects)) + ", or set tokens.project");
    }

    private static List<String> names(Projects projects) {
        return projects.all().stream().map(project -> project.name().value()).toList();
    }

    /** {@return the message with the names of all projects, which remote callers must not see} */
    public String localMessage() {
        return problem + "; " + localRemedy;
    }
}
