package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** Every class of the jar is of a component in the SBOM, and every component has a class in the jar. */
    @Test
    void holdsWhatTheSbomLists() throws IOException {
        Set<String> classes = classes(Path.of(Program.path("agora-token.jar")));
        Map<String, Set<String>> components = new TreeMap<>();
        for (JsonNode component : listedInSbom()) {
            components.put(
                    component.path("purl").asText(),
                    classes(fileOf(
                            component.path("group").asText(),
                            component.path("name").asText(),
                            component.path("version").asText())));
        }

        assertThat(components).hasSizeGreaterThan(40);
        assertThat(components)
                .allSatisfy((purl, own) -> assertThat(own).as(purl).containsAnyElementsOf(classes));
        Set<String> listed = new HashSet<>();
        components.values().forEach(listed::addAll);
        assertThat(listed).containsAll(classes);
    }

    /** The components, and the one that these belong to. */
    private static List<JsonNode> listedInSbom() throws IOException {
        JsonNode sbom = new ObjectMapper()
                .readTree(Path.of(Program.path("agora-token.sbom")).toFile());
        List<JsonNode> components =
                new ArrayList<>(List.of(sbom.path("metadata").path("component")));
        sbom.path("components").forEach(components::add);
        return components;
    }

    /** The modules of the program are in their folders, libraries on the class path of this test. */
    private static Path fileOf(String group, String name, String version) {
        String file = name + "-" + version + ".jar";
        if (group.equals("dev.agoratoken")) {
            return Path.of(Program.path("agora-token.root"), name, "target", file);
        }
        if (name.equals("picocli")) {
            return compiledPicocli();
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.endsWith(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is not on the class path"));
    }

    /** What the build compiled from the sources of picocli (docs/adr/0088). */
    private static Path compiledPicocli() {
        Path target = Path.of(Program.path("agora-token.jar")).getParent();
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-picocli.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no jar of picocli in " + target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> classes(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                    .collect(Collectors.toSet());
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
