package dev.agoratoken.issuing;

import java.util.List;
import java.util.Optional;

/** Port: where projects and their certificates come from. */
public interface Projects {
    /** The project of that name. */
    Optional<Project> find(ProjectName name);

    /** All of them, in the order in which they are given. */
    List<Project> all();

    /** Projects that are simply given, each under its name. */
    static Projects of(List<Project> projects) {
        List<Project> given = List.copyOf(projects);
        return new Projects() {
            @Override
            public Optional<Project> find(ProjectName name) {
                return given.stream()
                        .filter(project -> project.name().equals(name))
                        .findFirst();
            }

            @Override
            public List<Project> all() {
                return given;
            }
        };
    }
}
