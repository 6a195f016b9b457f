package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** packaging/modules.txt names the modules of Java that the runnable jar uses, and no other. */
class RuntimeModulesIT {
    /** Parts of libraries that the program never loads, or works without: Java beans, SPNEGO, JDBC, XML, Flight Recorder. */
    private static final Set<String> NOT_USED =
            Set.of("java.desktop", "java.security.jgss", "java.sql", "java.xml", "jdk.jfr");

    /** Found at run time only: elliptic curves up to Java 21, and signals and direct memory access. */
    private static final Set<String> BY_REFLECTION = Set.of("jdk.crypto.ec", "jdk.unsupported");

    @TempDir
    private Path folder;

    @Test
    void areThoseThatTheJarNeeds() throws IOException {
        Set<String> needed = new TreeSet<>(BY_REFLECTION);
        needed.addAll(seenByJdeps());
        needed.removeAll(NOT_USED);

        assertThat(listed()).containsExactlyInAnyOrderElementsOf(needed);
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(Path.of(Program.path("agora-token.root"), "packaging", "modules.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** Runs jdeps in another JVM, with the second JIT compiler, which pays off here. */
    private Set<String> seenByJdeps() {
        Outcome outcome = Program.jdk(folder, "jdeps")
                .run(
                        "-J-XX:+UseSerialGC",
                        "--multi-release",
                        "17",
                        "--ignore-missing-deps",
                        "-summary",
                        Program.path("agora-token.jar"));
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        Set<String> modules = new TreeSet<>();
        outcome.out()
                .lines()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
                .forEach(modules::add);
        return modules;
    }
}
