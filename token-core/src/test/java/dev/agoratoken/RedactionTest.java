package dev.agoratoken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.verify.VerificationRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records that hold a token or a signature write their own text, because that of a record shows each component. */
class RedactionTest {
    private static final Set<String> SECRET = Set.of("token", "signature", "signatureHex", "key", "secret");

    private static final TokenContent CONTENT = new TokenContent.V006(
            AppId.of("970CA35de60c44645bbae8a215061b33"), Salt.of(1), Instant.EPOCH, 1, 2, List.of());

    /** The token of an audit line is its fingerprint. */
    private static final Set<String> PUBLIC = Set.of("dev.agoratoken.document.DecisionDocument$Issued");

    @Test
    void everyRecordWithASecretRedactsItself() throws Exception {
        List<Class<?>> records = recordsWithSecrets();

        assertThat(records)
                .extracting(Class::getSimpleName)
                .contains("Readable", "InspectionDocument", "IssuedTokenDocument");
        assertThat(records)
                .allSatisfy(type ->
                        assertThat(writesItsOwnText(type)).as(type.getName()).isTrue());
    }

    @Test
    void requestsAndInspectionsShowNoToken() {
        String token = "007eJxTYNi/pqL4zazPf";

        assertThat(VerificationRequest.of(token).toString())
                .contains("20 characters")
                .doesNotContain(token);
        assertThat(new Inspection.Readable(CONTENT, "00ff00ff", List.of()).toString())
                .contains("redacted")
                .doesNotContain("00ff00ff");
    }

    /** The compiler makes a toString for each record, so that only the word tells whether it was written. */
    private static boolean writesItsOwnText(Class<?> type) {
        try (InputStream bytes = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains("redacted");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> recordsWithSecrets() throws IOException, URISyntaxException {
        Path classes = Path.of(AgoraTokens.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.startsWith("dev") && file.endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .<Class<?>>map(RedactionTest::load)
                    .filter(Class::isRecord)
                    .filter(type -> !PUBLIC.contains(type.getName()))
                    .filter(type -> Arrays.stream(type.getRecordComponents()).anyMatch(RedactionTest::isSecret))
                    .toList();
        }
    }

    private static boolean isSecret(RecordComponent component) {
        return component.getType() == String.class && SECRET.contains(component.getName());
    }

    private static Class<?> load(String file) {
        try {
            String name = file.replace('/', '.').replaceFirst("\\.class$", "");
            return Class.forName(name, false, RedactionTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
