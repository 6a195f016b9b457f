package dev.agoratoken.issuing;

import java.util.List;
import java.util.Optional;

/** Port: the projects and their certificates. Implementations are thread-safe. */
public interface Projects {
    /**
     * {@return the project with that name; empty if it is not configured}
     *
     * @param name the name in a request
     */
    Optional<Project> find(ProjectName name);

    /** {@return all projects, in the order of the configuration} */
    List<Project> all();

    /**
     * {@return a fixed set of projects}
     *
     * @param projects copied; may be empty
     */
    static Projects of(List<Project> projects) {
        List<Project> given = List.copyOf(projects);
        return new Projects() {
            @Override
            public Optional<Project> find(ProjectName name) {
                for (Project project : given) {
                    if (project.name().equals(name)) {
                        return Optional.of(project);
                    }
                }
                return Optional.empty();
            }

            @Override
            public List<Project> all() {
                return given;
            }
        };
    }
}
