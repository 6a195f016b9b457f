package dev.agoratoken.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvFileTest {
    @TempDir
    private Path folder;

    @Test
    void isSilentIfThereIsNone() {
        assertThat(DotEnvFile.read(folder.resolve(".env"), new TrackedFiles())).isEmpty();
    }

    @Test
    void readsNamesAndValues() {
        ConfigFixture.write(
                folder,
                ".env",
                "# a comment",
                "",
                "PLAIN=value",
                "  export EXPORTED = spaced \r",
                "DOUBLE=\"two words # kept\" # comment",
                "SINGLE='$not expanded'",
                "COMMENTED=value # comment",
                "HASH=a#b",
                "EMPTY=",
                "EQUALS=a=b",
                "PLAIN=the last one wins");

        assertThat(DotEnvFile.read(folder.resolve(".env"), new TrackedFiles()))
                .containsOnly(
                        entry("PLAIN", "the last one wins"),
                        entry("EXPORTED", "spaced"),
                        entry("DOUBLE", "two words # kept"),
                        entry("SINGLE", "$not expanded"),
                        entry("COMMENTED", "value"),
                        entry("HASH", "a#b"),
                        entry("EMPTY", ""),
                        entry("EQUALS", "a=b"));
    }

    @Test
    void mayBeginWithAByteOrderMark() {
        ConfigFixture.write(folder, ".env", "\uFEFFAPP_ID=x", "APP_CERTIFICATE=y");

        assertThat(DotEnvFile.read(folder.resolve(".env"), new TrackedFiles()))
                .containsOnly(entry("APP_ID", "x"), entry("APP_CERTIFICATE", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECRET", "SECRET: value", "1A=SECRET", "=SECRET"})
    void namesTheLineThatIsNoSettingWithoutShowingIt(String line) {
        ConfigFixture.write(folder, ".env", "APP_ID=x", line);

        InvalidValueException failure = read();

        assertThat(failure.field()).isEqualTo(folder.resolve(".env").toString());
        assertThat(failure.getMessage()).contains("line 2").doesNotContain("SECRET");
        verify("invalid line", failure);
    }

    @Test
    void refusesAFileThatCannotBeRead() throws IOException {
        Files.createDirectory(folder.resolve(".env"));

        InvalidValueException failure = read();

        assertThat(failure.field()).isEqualTo(folder.resolve(".env").toString());
        verify("a folder", failure);
    }

    private InvalidValueException read() {
        return catchThrowableOfType(
                InvalidValueException.class, () -> DotEnvFile.read(folder.resolve(".env"), new TrackedFiles()));
    }

    private void verify(String testCase, InvalidValueException failure) {
        ApprovedMessages.verify(testCase, failure.getMessage().replace(folder.toString(), "FOLDER"));
    }
}
