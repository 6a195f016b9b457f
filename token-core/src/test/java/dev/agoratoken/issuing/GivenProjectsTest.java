package dev.agoratoken.issuing;

import java.util.List;

/** Projects that are simply given, held to the contract of the port. */
class GivenProjectsTest extends ProjectsContract {
    @Override
    Projects holding(List<Project> projects) {
        return Projects.of(projects);
    }
}
