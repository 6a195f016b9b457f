package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The runnable jar holds the libraries that the program loads, and nothing of what these bring along unused. */
class RunnableJarIT {
    /** The first two parts of a class's package, and for Jetty and Prometheus all of it up to the fourth. */
    private static final Pattern LIBRARY = Pattern.compile(
            "(?:META-INF/versions/\\d+/)?((?:org/eclipse/jetty|io/prometheus/metrics)/[^/]+|kotlin|picocli|[^/]+/[^/]+)/.*\\.class");

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
}
