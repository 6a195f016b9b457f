package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runnable jar holds the libraries that the program loads, and nothing of what these bring along unused. */
class RunnableJarIT {
    /** The first two parts of a class's package, and for Jetty and Prometheus all of it up to the fourth. */
    private static final Pattern LIBRARY = Pattern.compile(
            "(?:META-INF/versions/\\d+/)?((?:org/eclipse/jetty|io/prometheus/metrics)/[^/]+|kotlin|picocli|[^/]+/[^/]+)/.*\\.class");

    private static final int JAVA_17 = 61;

    private static final Set<String> NEEDED = Set.of(
            "com/fasterxml",
            "com/github",
            "com/nimbusds",
            "dev/agoratoken",
            "io/github",
            "io/javalin",
            "io/lettuce",
            "io/micrometer",
            "io/netty",
            "io/prometheus/metrics/config",
            "io/prometheus/metrics/core",
            "io/prometheus/metrics/expositionformats",
            "io/prometheus/metrics/model",
            "io/prometheus/metrics/tracer",
            "jakarta/servlet",
            "kotlin",
            "org/HdrHistogram",
            "org/h2",
            "org/eclipse/jetty/alpn",
            "org/eclipse/jetty/ee10",
            "org/eclipse/jetty/http",
            "org/eclipse/jetty/http2",
            "org/eclipse/jetty/io",
            "org/eclipse/jetty/security",
            "org/eclipse/jetty/server",
            "org/eclipse/jetty/session",
            "org/eclipse/jetty/util",
            "org/reactivestreams",
            "org/slf4j",
            "org/snakeyaml",
            "picocli",
            "reactor/adapter",
            "reactor/core",
            "reactor/util",
            "redis/clients");

    @Test
    void holdsOnlyTheLibrariesThatAreNeeded() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("agora-token.jar"))) {
            Set<String> libraries = jar.stream()
                    .map(JarEntry::getName)
                    .map(LIBRARY::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .collect(Collectors.toSet());

            assertThat(libraries).containsExactlyInAnyOrderElementsOf(NEEDED);
        }
    }

    /** An AOT cache holds no class that is older than Java 6. */
    @Test
    void holdsPicocliCompiledForJava17() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("agora-token.jar"))) {
            List<JarEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().startsWith("picocli/"))
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();

            assertThat(classes).isNotEmpty();
            for (JarEntry entry : classes) {
                assertThat(majorVersion(jar, entry)).as(entry.getName()).isEqualTo(JAVA_17);
            }
        }
    }

    private static int majorVersion(JarFile jar, JarEntry entry) throws IOException {
        try (DataInputStream file = new DataInputStream(jar.getInputStream(entry))) {
            file.skipNBytes(6);
            return file.readUnsignedShort();
        }
    }

    /** Licences that ask for their text, and a line that only their text has. */
    @ParameterizedTest
    @CsvSource({
        "Apache-2.0, TERMS AND CONDITIONS FOR USE",
        "EPL-2.0, Eclipse Public License - v 2.0",
        "MIT, Copyright (c) 2004-2023 QOS.ch",
        "BSD-2-Clause, Copyright (c) 2014 Michael Barker"
    })
    void holdsTheTextOfEachLicence(String licence, String line) throws IOException {
        assertThat(thirdParty())
                .containsPattern("(?m)^    .*\\b" + Pattern.quote(licence))
                .contains(line);
    }

    @Test
    void listsTheLibrariesThatItHolds() throws IOException {
        assertThat(thirdParty())
                .contains(
                        "org.slf4j:slf4j-simple:",
                        "org.eclipse.jetty:jetty-server:",
                        "jakarta.servlet:jakarta.servlet-api:")
                .contains("info.picocli:picocli:", "com.nimbusds:nimbus-jose-jwt:", "org.hdrhistogram:HdrHistogram:")
                .doesNotContain("websocket", "junit", "dev.agoratoken:", "org.ow2.asm:", "error_prone", "jetty-plus:");
    }

    private static String thirdParty() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("agora-token.jar"))) {
            return new String(
                    jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
