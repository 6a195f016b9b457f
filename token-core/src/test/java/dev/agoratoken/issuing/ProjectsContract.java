package dev.agoratoken.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every source of projects has to keep to; a test of an implementation extends this. */
abstract class ProjectsContract {
    private static final Project FIRST = project("first", "1");
    private static final Project SECOND = project("second", "2");

    /** A source of exactly those projects. */
    abstract Projects holding(List<Project> projects);

    @Test
    void findsEachProjectByItsName() {
        Projects projects = holding(List.of(FIRST, SECOND));

        assertThat(projects.find(FIRST.name())).contains(FIRST);
        assertThat(projects.find(SECOND.name())).contains(SECOND);
    }

    @Test
    void findsTheSameProjectAgain() {
        Projects projects = holding(List.of(FIRST));

        assertThat(projects.find(FIRST.name())).isEqualTo(projects.find(FIRST.name()));
    }

    @Test
    void findsNothingUnderOtherNames() {
        Projects projects = holding(List.of(FIRST));

        assertThat(projects.find(SECOND.name())).isEmpty();
        assertThat(projects.find(ProjectName.of("FIRST"))).isEmpty();
    }

    @Test
    void listsAllInTheirOrder() {
        assertThat(holding(List.of(SECOND, FIRST)).all()).containsExactly(SECOND, FIRST);
        assertThat(holding(List.of(FIRST)).all()).containsExactly(FIRST);
    }

    @Test
    void findsNoDefaultWhereNoneIsHeld() {
        assertThat(holding(List.of(FIRST)).find(ProjectName.DEFAULT)).isEmpty();
    }

    private static Project project(String name, String digit) {
        return new Project(
                ProjectName.of(name), AppId.of(digit.repeat(32)), List.of(AppCertificate.of("c".repeat(31) + digit)));
    }
}
