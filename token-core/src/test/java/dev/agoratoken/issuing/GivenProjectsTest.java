package dev.agoratoken.issuing;

import java.util.List;

/** The projects that the other tests are given, held to the contract of the port. */
class GivenProjectsTest extends ProjectsContract {
    @Override
    Projects holding(List<Project> projects) {
        return ProjectsFixture.holding(projects);
    }
}
