package dev.agoratoken.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.http.settings.TrustedProxies;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address of the client, as the request log has it. */
class ClientAddressTest {
    private static final String LOOPBACK = "127.0.0.1";

    private static String client(TrustedProxies proxies, String path, String headers) {
        HttpFixture server = HttpFixture.behind(proxies);
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
        server.exchange(head.getBytes(StandardCharsets.US_ASCII), new byte[0]);
        return server.stoppedLog().stream()
                .map(RequestLog.Entry::client)
                .findFirst()
                .orElseThrow();
    }

    private static String client(String headers) {
        return client(TrustedProxies.parse("127.0.0.0/8,10.0.0.0/8"), "/ping", headers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "X-Forwarded-For: 203.0.113.5 | 203.0.113.5",
                "X-Forwarded-For: 198.51.100.66, 203.0.113.5, 10.0.0.1 | 203.0.113.5",
                "x-forwarded-for: [2001:db8::5]:99 | 2001:db8:0:0:0:0:0:5",
                "Forwarded: for=203.0.113.5 | 203.0.113.5",
                "Forwarded: by=10.0.0.9;For=203.0.113.5;proto=https;host=\"a, for=b\" | 203.0.113.5",
                "Forwarded: for=198.51.100.66, for=\"[2001:db8::5]:99\", for=10.0.0.1 | 2001:db8:0:0:0:0:0:5",
                "Forwarded: for=203.0.113.5, proto=https, for=10.0.0.1 | 10.0.0.1",
                "Forwarded: for=203.0.113.5, for=unknown | 127.0.0.1",
                "Forwarded: for=\"_a;b\" | 127.0.0.1",
                "Forwarded: \" | 127.0.0.1",
                "Forwarded: \", for=203.0.113.5 | 127.0.0.1",
                "Forwarded: for=\"203.0.113.5:80\" ; proto=http | 203.0.113.5",
                "Forwarded: , ;for=203.0.113.5; | 203.0.113.5",
                "Forwarded: for=203.0.113.5, | 127.0.0.1",
                "X-Forwarded-For: , | 127.0.0.1"
            })
    void isTheOneThatTheProxyReports(String header, String client) {
        assertThat(client(header + "\r\n")).isEqualTo(client);
    }

    @Test
    void isReadFromAllLinesOfAHeader() {
        assertThat(client("X-Forwarded-For: 198.51.100.66\r\nX-Forwarded-For: 203.0.113.5\r\n"))
                .isEqualTo("203.0.113.5");
        assertThat(client("Forwarded: for=198.51.100.66\r\nForwarded: for=203.0.113.5\r\n"))
                .isEqualTo("203.0.113.5");
    }

    /** One of them may be the client's own, which the proxy passed on. */
    @Test
    void isTheProxyIfTheHeadersContradictEachOther() {
        assertThat(client("Forwarded: for=198.51.100.66\r\nX-Forwarded-For: 203.0.113.5\r\n"))
                .isEqualTo(LOOPBACK);
        assertThat(client("Forwarded: for=203.0.113.5\r\nX-Forwarded-For: 203.0.113.5, 10.0.0.1\r\n"))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void isThePeerIfThatIsNotTrusted() {
        String forged = "X-Forwarded-For: 203.0.113.5\r\nForwarded: for=203.0.113.5\r\n";

        assertThat(client(TrustedProxies.NONE, "/ping", forged)).isEqualTo(LOOPBACK);
        assertThat(client(TrustedProxies.parse("10.0.0.0/8"), "/ping", forged)).isEqualTo(LOOPBACK);
    }

    @Test
    void isLoggedForRequestsThatAreRejectedBeforeRouting() {
        assertThat(client(TrustedProxies.parse(LOOPBACK), "/rtm/../x", "X-Forwarded-For: 203.0.113.5\r\n"))
                .isEqualTo("203.0.113.5");
    }
}
