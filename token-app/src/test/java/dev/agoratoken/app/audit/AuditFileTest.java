package dev.agoratoken.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.app.MovingClock;
import dev.agoratoken.app.Pipes;
import dev.agoratoken.app.login.IdentityProviderFixture;
import dev.agoratoken.issuing.policy.AuditUnavailableException;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final MovingClock clock = new MovingClock(IdentityProviderFixture.NOW);
    private final List<String> log = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void addsToWhatIsThere() throws IOException {
        Path path = folder.resolve("audit.jsonl");
        Files.writeString(path, "old\n");

        AuditFile file = open(path);
        file.accept("one");

        assertThat(Files.readAllLines(path)).containsExactly("old", "one");
        assertThat(file.outage()).isEmpty();
        assertThat(log).isEmpty();
    }

    @Test
    void beginsANewFileWhenTheOldOneIsMovedAway() throws IOException {
        Path path = folder.resolve("audit.jsonl");
        AuditFile file = open(path);
        file.accept("one");

        Files.move(path, folder.resolve("audit.jsonl.1"));
        file.accept("two");
        Files.move(path, folder.resolve("audit.jsonl.2"));
        Files.createFile(path);
        file.accept("three");

        assertThat(folder.resolve("audit.jsonl.1")).hasContent("one");
        assertThat(folder.resolve("audit.jsonl.2")).hasContent("two");
        assertThat(path).hasContent("three");
    }

    @Test
    void tellsTheGapWhenItCanBeWrittenAgain() throws IOException {
        Path path = folder.resolve("audit.jsonl");
        AuditFile file = open(path);
        Files.delete(path);
        Files.createDirectory(path);

        assertFails(file);
        assertFails(file);
        assertThat(file.outage()).contains("the audit file cannot be written");
        assertThat(log).hasSize(1);

        Files.delete(path);

        assertThat(file.outage()).isEmpty();
        file.accept("three");
        assertThat(Files.readAllLines(path))
                .containsExactly("{\"time\":\"" + clock.instant() + "\",\"outcome\":\"resumed\",\"lost\":2}", "three");
        assertThat(log).hasSize(2);
        assertThat(log.get(1)).contains("2");
        ApprovedMessages.verify("writable again", log.get(1));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void failsOnAFullDisk() {
        AuditFile file = open(Path.of("/dev/full"));

        assertFails(file);

        assertThat(file.outage()).isPresent();
        assertThat(log).hasSize(1);
        ApprovedMessages.verify("full disk", log.get(0));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerOnly() throws IOException {
        Path path = folder.resolve("audit.jsonl");

        AuditFile file = open(path);
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(OWNER_ONLY);
        Files.move(path, folder.resolve("audit.jsonl.1"));
        file.accept("one");

        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(OWNER_ONLY);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsThePermissionsThatItsOwnerGaveIt() throws IOException {
        Path path = Files.createFile(folder.resolve("audit.jsonl"));
        Set<PosixFilePermission> shared = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(path, shared);

        open(path).accept("one");

        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(shared);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLinkThatTookItsPlace() throws IOException {
        Path path = folder.resolve("audit.jsonl");
        AuditFile file = open(path);
        Path victim = Files.createFile(folder.resolve("victim"));
        for (Path target : List.of(victim, folder.resolve("not-there"))) {
            Files.delete(path);
            Files.createSymbolicLink(path, target);

            assertFails(file);
        }

        assertThat(victim).isEmptyFile();
        assertThat(folder.resolve("not-there")).doesNotExist();
        assertThat(log).hasSize(1);
        ApprovedMessages.verify("link in its place", log.get(0).replace(folder.toString(), "FOLDER"));
        Files.delete(path);
        file.accept("after");
        assertThat(Files.readAllLines(path)).hasSize(2).last().isEqualTo("after");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void opensNoPipeThatTookItsPlace() throws Exception {
        Path path = folder.resolve("audit.jsonl");
        AuditFile file = open(path);
        Files.delete(path);
        Pipes.make(path);

        assertFails(file);
        assertThat(file.outage()).contains("the audit file cannot be written");

        Files.delete(path);
        file.accept("after");
        assertThat(Files.readAllLines(path)).hasSize(2).last().isEqualTo("after");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isNoLinkAndNoPipeAtTheStart() throws Exception {
        Path pipe = Pipes.make(folder.resolve("pipe"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
        for (Path path : List.of(pipe, link, folder)) {
            assertInvalid("not a regular file", path, () -> open(path));
            assertInvalid("not a regular file", path, () -> AuditFile.check(path));
        }
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void mustBeThereFromTheStart() {
        Path path = folder.resolve("none/audit.jsonl");
        assertInvalid("no folder", path, () -> open(path));
    }

    private static void assertInvalid(String testCase, Path path, ThrowingCallable call) {
        InvalidValueException failure = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.field()).isEqualTo("audit.file");
        ApprovedMessages.verify(testCase, failure.getMessage().replace(path.toString(), "PATH"));
    }

    private static void assertFails(AuditFile file) {
        assertThatExceptionOfType(AuditUnavailableException.class).isThrownBy(() -> file.accept("lost"));
    }

    private AuditFile open(Path path) {
        return new AuditFile(path, clock, (level, line) -> log.add(line));
    }
}
