package dev.agoratoken.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.SlowClient;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ReloadingTlsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void putFiles() throws IOException {
        put("server.pem", "used.pem");
        put("server.key", "used.key");
    }

    private void put(String resource, String name) throws IOException {
        Path beside = folder.resolve(name + ".new");
        Files.copy(ReloadingTlsFixture.file(resource), beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private TlsFiles files() {
        return new TlsFiles(folder.resolve("used.pem"), folder.resolve("used.key"), Optional.empty(), false);
    }

    private TlsFiles filesForClients(boolean must) {
        return new TlsFiles(
                folder.resolve("used.pem"),
                folder.resolve("used.key"),
                Optional.of(ReloadingTlsFixture.file("client-ca.pem")),
                must);
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpResponse<String> get(HttpClient client, HttpFixture server, HttpClient.Version version)
            throws IOException, InterruptedException {
        URI uri = URI.create("https://127.0.0.1:" + server.port() + "/ping");
        return client.send(HttpRequest.newBuilder(uri).version(version).build(), BodyHandlers.ofString());
    }

    private static String serverName(HttpResponse<String> answer) throws SSLPeerUnverifiedException {
        X509Certificate shown =
                (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        return shown.getSubjectX500Principal().getName();
    }

    @ParameterizedTest
    @EnumSource
    void speaksBothVersionsOfHttp(HttpClient.Version version) throws Exception {
        try (HttpFixture server = HttpFixture.started(files())) {
            HttpResponse<String> answer = get(client(ReloadingTlsFixture.client()), server, version);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(serverName(answer)).isEqualTo("CN=first.test");
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesItsOwnPagesInBothVersions(HttpClient.Version version) throws Exception {
        try (HttpFixture server = HttpFixture.started(files())) {
            String own = "https://127.0.0.1:" + server.port();
            HttpRequest request = HttpRequest.newBuilder(URI.create(own + "/ping"))
                    .header("Origin", own)
                    .version(version)
                    .build();

            assertThat(client(ReloadingTlsFixture.client())
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void speaksTheSecondVersionInTheClearWithWhoeverBeginsWithIt() {
        String emptySettings = "\0\0\0\4\0\0\0\0\0";
        try (HttpFixture server = HttpFixture.started();
                SlowClient client = SlowClient.of(server)) {
            client.sends("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + emptySettings);

            assertThat(client.next(5)[3])
                    .as("the type of the first frame: settings")
                    .isEqualTo((byte) 4);
        }
    }

    @Test
    void offersNobodyToChangeTheVersionInTheClear() throws Exception {
        try (HttpFixture server = HttpFixture.started()) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + "/ping");

            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void refusesOldVersionsOfTls(String version) {
        SSLParameters old = new SSLParameters();
        old.setProtocols(new String[] {version});
        HttpClient client = HttpClient.newBuilder()
                .sslContext(ReloadingTlsFixture.client())
                .sslParameters(old)
                .build();
        try (HttpFixture server = HttpFixture.started(files())) {
            assertThatThrownBy(() -> get(client, server, HttpClient.Version.HTTP_1_1))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void takesNewFilesForNewConnectionsWhileOldOnesGoOn() throws Exception {
        try (HttpFixture server = HttpFixture.started(files())) {
            HttpClient old = client(ReloadingTlsFixture.client());
            assertThat(serverName(get(old, server, HttpClient.Version.HTTP_1_1)))
                    .isEqualTo("CN=first.test");

            put("renewed.pem", "used.pem");
            put("renewed.key", "used.key");

            server.reloadTlsIfChanged();
            assertThat(shown(server)).isEqualTo("CN=renewed.test");
            assertThat(serverName(get(old, server, HttpClient.Version.HTTP_1_1)))
                    .isEqualTo("CN=first.test");
        }
    }

    @Test
    void keepsWhatItHasWhileTheFilesAreBad() throws Exception {
        try (HttpFixture server = HttpFixture.started(files())) {
            put("renewed.pem", "used.pem");
            server.reloadTlsIfChanged();
            assertThat(shown(server)).isEqualTo("CN=first.test");
            Files.writeString(folder.resolve("used.pem"), "rubbish");
            server.reloadTlsIfChanged();
            assertThat(shown(server)).isEqualTo("CN=first.test");

            put("renewed.pem", "used.pem");
            put("renewed.key", "used.key");
            server.reloadTlsIfChanged();
            assertThat(shown(server)).isEqualTo("CN=renewed.test");
        }
    }

    /** What a new connection gets. */
    private static String shown(HttpFixture server) throws Exception {
        return serverName(get(client(ReloadingTlsFixture.client()), server, HttpClient.Version.HTTP_1_1));
    }

    @ParameterizedTest
    @CsvSource({"true,HTTP_1_1", "true,HTTP_2", "false,HTTP_1_1", "false,HTTP_2"})
    void knowsClientsByTheirCertificate(boolean must, HttpClient.Version version) throws Exception {
        try (HttpFixture server =
                HttpFixture.started(filesForClients(must), ReloadingTlsFixture.issuerFor("O=Example,CN=backend"))) {
            HttpClient backend = client(ReloadingTlsFixture.clientWithCertificate());
            assertThat(token(backend, server, version, "alice")).isEqualTo(200);
            assertThat(token(backend, server, version, "bob")).isEqualTo(403);
        }
    }

    @Test
    void servesClientsWithoutACertificateUnlessTheyMustHaveOne() throws Exception {
        try (HttpFixture server =
                HttpFixture.started(filesForClients(false), ReloadingTlsFixture.issuerFor("O=Example,CN=backend"))) {
            HttpClient client = client(ReloadingTlsFixture.client());
            assertThat(get(client, server, HttpClient.Version.HTTP_1_1).statusCode())
                    .isEqualTo(200);
            assertThat(token(client, server, HttpClient.Version.HTTP_1_1, "alice"))
                    .isEqualTo(401);
        }
        try (HttpFixture server = HttpFixture.started(filesForClients(true))) {
            assertThatThrownBy(() -> get(client(ReloadingTlsFixture.client()), server, HttpClient.Version.HTTP_1_1))
                    .isInstanceOf(IOException.class);
        }
    }

    private static int token(HttpClient client, HttpFixture server, HttpClient.Version version, String user)
            throws Exception {
        URI uri = URI.create("https://127.0.0.1:" + server.port() + "/rtm/" + user + "/");
        HttpRequest request = HttpRequest.newBuilder(uri).version(version).build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.pem    | encrypted.key | server.tls.key",
                "renewed.pem   | old-form.key  | server.tls.key",
                "renewed.pem   | server.key    | server.tls.key",
                "client-ca.pem | server.key    | server.tls.key",
                "server.pem    | server.pem    | server.tls.key",
                "server.key    | server.key    | server.tls.certificate",
                "none.pem      | server.key    | server.tls.certificate"
            })
    void saysWhatIsWrongWithTheFiles(String certificate, String key, String field) {
        Path all = ReloadingTlsFixture.file("server.pem").getParent();
        TlsFiles files = new TlsFiles(all.resolve(certificate), all.resolve(key), Optional.empty(), false);

        assertThatThrownBy(() -> TlsMaterial.read(files)).isInstanceOfSatisfying(InvalidValueException.class, e -> {
            assertThat(e.field()).isEqualTo(field);
            ApprovedMessages.verify(certificate + ", " + key, e.getMessage().replace(all + File.separator, ""));
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void opensNoPipe(@TempDir Path other) throws Exception {
        Path pipe = other.resolve("pipe.key");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        TlsFiles files = new TlsFiles(ReloadingTlsFixture.file("server.pem"), pipe, Optional.empty(), false);

        assertThatThrownBy(() -> TlsMaterial.read(files))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(" is not a regular file; use a readable PEM file");
    }
}
