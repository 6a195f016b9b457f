package dev.agoratoken.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.settings.BuildInfo;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildPropertiesTest {
    private static final String COMMIT = "3f786850e387550fdab836ed7e6dc881de23001b";

    @ParameterizedTest
    @CsvSource({
        COMMIT + ", false, " + COMMIT + ", 1.0.0 (3f786850e387)",
        COMMIT + ", true, " + COMMIT + "-dirty, 1.0.0 (3f786850e387-dirty)",
        "'', '', , 1.0.0"
    })
    void namesTheCommitIfTheBuildKnewIt(String commit, String dirty, String expected, String line) {
        Properties properties = new Properties();
        properties.setProperty("version", "1.0.0");
        properties.setProperty("commit", commit);
        properties.setProperty("dirty", dirty);

        BuildInfo build = BuildProperties.of(properties, "25");

        assertThat(build.commit().orElse(null)).isEqualTo(expected);
        assertThat(BuildProperties.versionLine(build)).isEqualTo(line);
    }

    @Test
    void theBuildReplacedEveryPlaceholder() {
        assertThat(BuildProperties.read().toString()).doesNotContain("${", "@");
    }
}
