package dev.agoratoken.process;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.agoratoken.AgoraTokens;
import dev.agoratoken.document.FieldError;
import dev.agoratoken.document.IssuedTokenDocument;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.process.Document.Block;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.Inspection;
import io.agora.apaas.ApaasTokenBuilder;
import io.agora.chat.ChatTokenBuilder2;
import io.agora.education.EducationTokenBuilder2;
import io.agora.media.FpaTokenBuilder;
import io.agora.media.RtcTokenBuilder;
import io.agora.media.RtcTokenBuilder2;
import io.agora.rtm.RtmTokenBuilder;
import io.agora.rtm.RtmTokenBuilder2;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the library in {@code docs} and in the Javadoc are compiled and run. */
class LibraryDocumentTest {
    private static final String DOCUMENT = "docs/library.md";
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(new \\w+[^`]*)` \\| `([^`]+)` \\| ([^|]+) \\|$");
    private static final Pattern SAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)}</pre>", Pattern.DOTALL);

    private static final List<Class<?>> OFFICIAL = List.of(
            RtcTokenBuilder2.class,
            RtmTokenBuilder2.class,
            ChatTokenBuilder2.class,
            ApaasTokenBuilder.class,
            EducationTokenBuilder2.class,
            FpaTokenBuilder.class,
            RtcTokenBuilder.class,
            RtmTokenBuilder.class);

    private static final String IMPORTS = """
            import static dev.agoratoken.token.TokenFormat.V006;
            import static dev.agoratoken.token.service.Role.*;
            import static dev.agoratoken.token.service.Rtc.Privilege.*;
            import static java.time.Duration.*;
            import dev.agoratoken.*;
            import dev.agoratoken.issuing.*;
            import dev.agoratoken.token.*;
            import dev.agoratoken.token.service.*;
            import dev.agoratoken.verify.*;
            import java.time.*;
            import java.util.*;
            """;

    private static final AgoraTokens TOKENS =
            AgoraTokens.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b");

    @TempDir
    private Path folder;

    static List<Block> examples() {
        return Document.allBlocks("java");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleDoesWhatItSays(Block example) throws Exception {
        Class<?> type = compile(example.code());
        String name = type.getSimpleName();

        if (name.endsWith("Test")) {
            runTests(type);
        } else if (!name.endsWith("Module")) {
            String output = outputOf(type);
            assertThat(output).isNotBlank();
            if (name.equals("Checked")) {
                assertThat(output).startsWith("REFUSED\n").contains("publishAudioStream");
            } else if (name.equals("Inspected")) {
                assertThat(output).contains("RTM alice\nLOGIN ");
            } else if (name.equals("Renewed")) {
                List<Instant> times = output.lines().map(Instant::parse).toList();
                assertThat(Duration.between(times.get(1), times.get(0))).isEqualTo(Duration.ofMinutes(50));
            } else {
                assertThat(output.lines()).allMatch(line -> line.matches("007[A-Za-z0-9+/]+=*"));
            }
        }
    }

    private static void runTests(Class<?> type) throws ReflectiveOperationException {
        Object instance = create(type);
        List<Method> tests = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .toList();
        assertThat(tests).isNotEmpty();
        for (Method test : tests) {
            test.setAccessible(true);
            test.invoke(instance);
        }
    }

    private static Object create(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    static String outputOf(Class<?> type) throws ReflectiveOperationException {
        Method main = type.getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            main.invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static Stream<String> samplesOfTheJavadoc() throws IOException {
        Path sources = Path.of(Program.path("agora-token.root"), "token-core/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> samples = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> SAMPLE.matcher(text(file)).results())
                    .map(match -> match.group(1).replaceAll("(?m)^ *\\* ?", ""))
                    .toList();
            assertThat(samples).hasSizeGreaterThanOrEqualTo(2);
            return samples.stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samplesOfTheJavadoc")
    void everySampleOfTheJavadocAcceptsItsToken(String sample) throws Exception {
        Class<?> type = compile(
                IMPORTS + "class Sample { public static void main(String[] args) {\n" + sample.strip() + "\n} }");

        assertThat(outputOf(type)).startsWith("true\n");
    }

    /**
     * A method of Agora's library, and what replaces it.
     *
     * @param official a call of Agora's library
     * @param ours a call of this one
     * @param content whether the tokens have the {@code same} content, else the difference
     */
    record Replacement(String official, String ours, String content) {
        @Override
        public String toString() {
            return official;
        }
    }

    static List<Replacement> replacements() {
        return ROW.matcher(Document.named(DOCUMENT).text())
                .results()
                .map(row -> new Replacement(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void theTableOfReplacementsIsTrue(Replacement row) throws Exception {
        String imports = OFFICIAL.stream()
                .map(type -> "import " + type.getName() + ";\n")
                .collect(joining("", IMPORTS, ""));
        Class<?> type =
                compile(imports + """
                class Tokens {
                    static String appId = "970CA35de60c44645bbae8a215061b33";
                    static String certificate = "5CFd2fd1755d40ecb72977518be15d3b";
                    static String channel = "testing";
                    static String account = "alice";
                    static int uid = 1234;
                    static int expire = 3600;
                    static int privilegeExpire = 600;
                    static int joinChannelPrivilegeExpire = 500;
                    static int pubAudioPrivilegeExpire = 100;
                    static int pubVideoPrivilegeExpire = 200;
                    static int pubDataStreamPrivilegeExpire = 300;
                    static int now = 1800000000;
                    static AgoraTokens tokens = AgoraTokens.of(appId, certificate)
                            .withClock(InstantSource.fixed(Instant.ofEpochSecond(now)));
                    static String official() throws Exception { return OFFICIAL; }
                    static String ours() { return OURS; }
                }
                """.replace("OFFICIAL", row.official()).replace("OURS", row.ours()));

        String official = content(call(type, "official"));
        String ours = content(call(type, "ours"));

        if (row.content().equals("same")) {
            assertThat(ours).isEqualTo(official);
        } else {
            assertThat(ours).isNotEqualTo(official);
        }
        assertThat(untilRenewal(call(type, "ours"))).isEqualTo(untilRenewal(call(type, "official")));
    }

    /** How long a token of format 007 grants all that it contains; in 006, the official one has the time of the test. */
    private static Duration untilRenewal(String token) {
        Inspection.Readable readable = (Inspection.Readable) TOKENS.inspect(token);
        return readable.content() instanceof TokenContent.V007 content
                ? Duration.between(content.issuedAt(), readable.earliestExpiry())
                : Duration.ZERO;
    }

    private static String call(Class<?> type, String name) throws ReflectiveOperationException {
        Method method = type.getDeclaredMethod(name);
        method.setAccessible(true);
        return (String) method.invoke(null);
    }

    /** What a token contains, without its salt and the times of its making. */
    private static String content(String token) {
        TokenContent content = ((Inspection.Readable) TOKENS.inspect(token)).content();
        return content instanceof TokenContent.V007 v007
                ? v007.appId() + " " + Duration.between(v007.issuedAt(), v007.expiresAt()) + " " + v007.services()
                : ofFormat006((TokenContent.V006) content);
    }

    private static String ofFormat006(TokenContent.V006 content) {
        return content.appId() + " " + content.channelCrc32() + " " + content.userCrc32() + " " + content.privileges();
    }

    /** Overloads are distinguished by their number of arguments. */
    @Test
    void theTableOfReplacementsHasEveryMethod() {
        Set<String> methods = new TreeSet<>();
        for (Class<?> builder : OFFICIAL) {
            Arrays.stream(builder.getDeclaredMethods())
                    .filter(method -> method.getName().startsWith("build"))
                    .forEach(method -> methods.add(
                            builder.getSimpleName() + "." + method.getName() + " " + method.getParameterCount()));
        }

        Pattern call = Pattern.compile("new (\\w+)\\(\\)\\.(\\w+)\\((.*)\\)");
        Set<String> documented = new TreeSet<>();
        for (Replacement row : replacements()) {
            MatchResult match = match(call, row.official());
            documented.add(
                    match.group(1) + "." + match.group(2) + " " + match.group(3).split(",").length);
        }

        assertThat(documented).isEqualTo(methods);
    }

    @Test
    void theJacksonModuleWritesTheDocumentsOfTheServer() throws Exception {
        Block example = examples().stream()
                .filter(block -> block.code().contains("class AgoraTokenModule "))
                .findFirst()
                .orElseThrow();
        JsonMapper mapper = JsonMapper.builder()
                .addModule((Module) create(compile(example.code())))
                .build();
        JsonMapper server = JsonMapper.builder()
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();

        for (IssuedToken issued : issued()) {
            assertThat(mapper.readTree(mapper.writeValueAsString(issued)))
                    .isEqualTo(server.readTree(server.writeValueAsString(IssuedTokenDocument.from(issued))));
        }
        InvalidValueException failure = new InvalidValueException("channel", "must not be empty", "name it");
        JsonNode problem = mapper.readTree(mapper.writeValueAsString(failure));
        assertThat(problem.get("status").intValue()).isEqualTo(422);
        assertThat(problem.get("code").textValue()).isEqualTo(failure.code());
        assertThat(problem.get("detail").textValue()).isEqualTo(failure.getMessage());
        assertThat(problem.get("errors")).isEqualTo(server.valueToTree(FieldError.of(failure)));
    }

    private static List<IssuedToken> issued() {
        Duration hour = Duration.ofHours(1);
        return List.of(
                TOKENS.rtc("testing")
                        .uid(1234)
                        .allow(Rtc.Privilege.JOIN_CHANNEL)
                        .allow(Rtc.Privilege.PUBLISH_AUDIO_STREAM, Duration.ofMinutes(10))
                        .andRtm("alice")
                        .expiresIn(hour)
                        .issue(),
                TOKENS.rtc("testing")
                        .anyUser()
                        .role(Role.SUBSCRIBER)
                        .expiresIn(hour)
                        .issue(),
                TOKENS.apaasRoomUser("math", "alice", 2).expiresIn(hour).issue(),
                TOKENS.rtm2("alice", Permissions.NONE).expiresIn(hour).issue(),
                TOKENS.fpa().expiresIn(hour).issue());
    }

    private static MatchResult match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.toMatchResult();
    }

    /** Compiles a source with one class, whose name is that of the first class in it. */
    private Class<?> compile(String code) throws IOException, ClassNotFoundException {
        String name = match(TYPE, code).group(1);
        Path source = Files.writeString(folder.resolve(name + ".java"), code);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        List<String> options =
                List.of("-classpath", classPath(), "-d", folder.toString(), "-Xlint:all,-processing", "-proc:none");
        boolean compiled = compiler.getTask(
                        errors,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();
        assertThat(compiled).as(errors + "\n" + code).isTrue();
        return Class.forName(name, true, loaderOf(folder));
    }

    private static ClassLoader loaderOf(Path classes) throws MalformedURLException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, LibraryDocumentTest.class.getClassLoader());
    }

    private static String classPath() {
        String ofSurefire = System.getProperty("surefire.test.class.path");
        return ofSurefire == null ? System.getProperty("java.class.path") : ofSurefire;
    }
}
