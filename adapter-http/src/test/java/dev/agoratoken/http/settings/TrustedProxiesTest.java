package dev.agoratoken.http.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES = TrustedProxies.parse("10.0.0.0/8, 192.0.2.7,2001:db8::/32 ,::1");

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    private static String client(String peer, String... forwardedFor) throws UnknownHostException {
        return PROXIES.clientOf(address(peer), List.of(forwardedFor)).getHostAddress();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.255.255.255", "192.0.2.7", "2001:db8::7", "::1", "::ffff:10.1.2.3"})
    void containTheirAddressesAndNetworks(String address) throws UnknownHostException {
        assertThat(PROXIES.contains(address(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.0.0", "9.255.255.255", "192.0.2.8", "2001:db9::", "::2"})
    void containNoOthers(String address) throws UnknownHostException {
        assertThat(PROXIES.contains(address(address))).isFalse();
        assertThat(TrustedProxies.NONE.contains(address(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1/8",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0/8",
                "10.0.0.300",
                "010.0.0.1",
                "10.0.0.1-10.0.0.9",
                "10.0.0.*",
                "proxy.example",
                "localhost",
                "[::1]",
                "fe80::1%eth0",
                "2001:db8::/129",
                "2001:db8::1/32",
                "zz::1",
                ":",
                "10.0.0.0/8 ::1"
            })
    void rejectAnythingElse(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> TrustedProxies.parse("127.0.0.1," + text))
                .satisfies(e -> assertThat(e.getMessage()).contains(text));
    }

    @Test
    void sayWhatIsWrong() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> TrustedProxies.parse("10.0.0.1/8"))
                .satisfies(e -> ApprovedMessages.verify("trusted proxies", e.getMessage()));
    }

    @Test
    void areWrittenAsTheyAreRead() {
        assertThat(PROXIES).hasToString("10.0.0.0/8,192.0.2.7,2001:db8::/32,::1");
        assertThat(TrustedProxies.parse(PROXIES.toString())).isEqualTo(PROXIES).hasSameHashCodeAs(PROXIES);
        assertThat(TrustedProxies.parse(" ")).isEqualTo(TrustedProxies.NONE);
    }

    @Test
    void believeNoOtherPeer() throws UnknownHostException {
        assertThat(client("203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
    }

    @Test
    void nameTheLastAddressThatIsNotTrusted() throws UnknownHostException {
        assertThat(client("10.0.0.1", "198.51.100.66", "203.0.113.5", "10.0.0.2", "192.0.2.7"))
                .isEqualTo("203.0.113.5");
        assertThat(client("10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(client("10.0.0.1", "10.0.0.3", "10.0.0.2")).isEqualTo("10.0.0.3");
    }

    /** Its client is unknown, and so is everything before. */
    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "", "proxy.example", "1.2.3.4.5", "[::1", "1.2.3.4:x"})
    void nameTheProxyThatNamesNoAddress(String reported) throws UnknownHostException {
        assertThat(client("10.0.0.1", "203.0.113.5", reported, "10.0.0.2")).isEqualTo("10.0.0.2");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5:4711, 203.0.113.5",
        "[2001:db9::5]:4711, 2001:db9:0:0:0:0:0:5",
        "[2001:db9::5], 2001:db9:0:0:0:0:0:5",
        "2001:db9::5, 2001:db9:0:0:0:0:0:5",
        "::ffff:203.0.113.5, 203.0.113.5"
    })
    void readAddressesWithAndWithoutPort(String reported, String client) throws UnknownHostException {
        assertThat(client("10.0.0.1", reported)).isEqualTo(client);
    }
}
