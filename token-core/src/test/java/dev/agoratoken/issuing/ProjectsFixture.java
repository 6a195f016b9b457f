package dev.agoratoken.issuing;

import java.util.List;

/** Projects that are simply given. */
final class ProjectsFixture {
    private ProjectsFixture() {}

    static Projects holding(List<Project> projects) {
        return name ->
                projects.stream().filter(project -> project.name().equals(name)).findFirst();
    }
}
