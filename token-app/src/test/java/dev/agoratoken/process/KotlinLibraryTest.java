package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.AgoraTokens;
import dev.agoratoken.process.Document.Block;
import dev.agoratoken.verify.Verification;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kotlin.Unit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library in Kotlin: the example of {@code docs/library.md}, and a call of every method of the facade. */
@Tag("slow")
class KotlinLibraryTest {
    private static final AgoraTokens TOKENS =
            AgoraTokens.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b");

    @TempDir
    private static Path folder;

    /** The heading of a type with the lines of its members, in the listing of the API. */
    private static final Pattern FACADE_TYPE =
            Pattern.compile("(?m)^\\w+ class dev\\.agoratoken\\.[A-Z].*\\n(?: {4}.*\\n)+");

    private static final Pattern METHOD = Pattern.compile("(\\w+)\\(");

    private static String facade;
    private static URLClassLoader loader;

    /** Compiles both at once, because most of the time is the start of the compiler. */
    @BeforeAll
    static void compile() throws Exception {
        try (InputStream resource = KotlinLibraryTest.class.getResourceAsStream("/kotlin/Facade.kt")) {
            facade = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Block> examples = Document.allBlocks("kotlin");
        assertThat(examples).hasSize(1);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        // Each has its package, because both have functions at the top level.
        List<Path> sources = List.of(
                write("Facade", facade), write("Example", examples.get(0).code()));

        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(messages, true, StandardCharsets.UTF_8)) {
            assertThat(compile(out, arguments(classes, sources)))
                    .as(messages.toString(StandardCharsets.UTF_8))
                    .hasToString("OK");
        }
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, KotlinLibraryTest.class.getClassLoader());
    }

    /** The compiler is on the class path of running tests only. */
    private static Object compile(PrintStream out, String[] arguments) throws ReflectiveOperationException {
        Class<?> compiler = Class.forName("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler");
        return compiler.getMethod("exec", PrintStream.class, String[].class)
                .invoke(compiler.getConstructor().newInstance(), out, arguments);
    }

    private static Path write(String name, String code) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".kt"), "package " + name.toLowerCase(Locale.ROOT) + "\n\n" + code);
    }

    private static String[] arguments(Path classes, List<Path> sources) throws URISyntaxException {
        List<String> arguments = new ArrayList<>(List.of(
                "-classpath",
                placeOf(AgoraTokens.class) + File.pathSeparator + placeOf(Unit.class),
                "-no-stdlib",
                "-no-reflect",
                "-jdk-home",
                System.getProperty("java.home"),
                "-Werror",
                "-d",
                classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        return arguments.toArray(String[]::new);
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    @Test
    void theExampleDoesWhatItSays() throws Exception {
        Class<?> example = loader.loadClass("example.ExampleKt");
        String token = (String) example.getMethod("tokenOf", int.class).invoke(null, 1234);

        assertThat(TOKENS.verify(token).channel("testing").uid(1234).toPublish().accepted())
                .isTrue();
        assertThat(TOKENS.verify(token).userId("alice").toLogInToRtm().accepted())
                .isTrue();
        assertThat(LibraryDocumentTest.outputOf(example)).matches("true\\n\\S+Z\\n\\S+Z\\n");
    }

    @Test
    void everyTokenOfTheFacadeIsAccepted() throws Exception {
        Map<?, ?> cases = (Map<?, ?>) call("cases");

        assertThat(cases)
                .hasSizeGreaterThan(20)
                .allSatisfy((name, verification) -> assertThat(((Verification) verification).accepted())
                        .as(name + ": " + verification)
                        .isTrue());
    }

    @Test
    void everyMethodOfTheFacadeIsCalled() throws IOException {
        String api = Files.readString(
                Path.of(Program.path("agora-token.root")).resolve("token-core/src/test/approved/api.txt"));

        assertThat(FACADE_TYPE.matcher(api).results().map(MatchResult::group).toList())
                .hasSizeGreaterThan(10)
                .flatMap(type -> METHOD.matcher(type)
                        .results()
                        .map(method -> method.group(1))
                        .toList())
                .doesNotContain("new")
                .filteredOn(method -> !method.equals("toString"))
                .allSatisfy(method -> assertThat(facade).containsPattern("\\." + method + "\\b"));
    }

    @Test
    void sealedTypesAndEnumsNeedNoElse() throws Exception {
        String token = TOKENS.rtm("alice").expiresIn(Duration.ofHours(1)).token();

        assertThat(call("userOf", token)).isEqualTo("alice");
        assertThat(call("userOf", "007")).asString().isNotEmpty();
        assertThat(call("verdictOf", token)).isEqualTo("refused");
    }

    @Test
    void documentsAndFailuresAreThoseOfJava() throws Exception {
        assertThat(((Map<?, ?>) call("document")).get("format")).isEqualTo("007");
        assertThat(call("fieldOfFailure")).isEqualTo("uid " + TOKENS);
    }

    private static Object call(String name, Object... arguments) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
        return loader.loadClass("facade.FacadeKt").getMethod(name, types).invoke(null, arguments);
    }
}
