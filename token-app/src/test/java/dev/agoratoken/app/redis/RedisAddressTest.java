package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import io.lettuce.core.RedisURI;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "redis://cache; redis://cache",
                "redis://cache:6380/2; redis://cache:6380",
                "rediss://user:secret@cache:6380/2?verifyPeer=NONE; rediss://cache:6380",
                "redis-sentinel://secret@a:26379,b:26379/1#main; redis-sentinel://a:26379,b:26379#main",
                "redis://secret@a:7000,b:7001; redis://a:7000,b:7001"
            })
    void showsSchemeAndHostsOnly(String address, String shown) {
        assertThat(RedisAddress.parse(address)).hasToString(shown);
    }

    @Test
    void readsOneRedis() {
        RedisAddress address = RedisAddress.parse("rediss://user:p%40ss@cache:6380/2");

        assertThat(address.cluster()).isFalse();
        assertThat(address.prefix()).isEqualTo("agora-token:");
        assertThat(address.userInfo()).isEqualTo("user:p@ss");
        assertThat(address.uris()).singleElement().satisfies(uri -> {
            assertThat(uri.getHost()).isEqualTo("cache");
            assertThat(uri.getPort()).isEqualTo(6380);
            assertThat(uri.getDatabase()).isEqualTo(2);
            assertThat(uri.isSsl()).isTrue();
        });
    }

    @Test
    void readsSentinels() {
        RedisAddress address = RedisAddress.parse("redis-sentinel://a:26379,b:26380/1#main");

        assertThat(address.cluster()).isFalse();
        RedisURI uri = address.uris().get(0);
        assertThat(uri.getSentinelMasterId()).isEqualTo("main");
        assertThat(uri.getSentinels()).extracting(RedisURI::getPort).containsExactly(26379, 26380);
        assertThat(uri.getDatabase()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redis://a:7000,b:7001", "redis://a:7000?cluster=true", "redis://a:7000,b:7001?cluster=true"})
    void readsAClusterFromSeveralHostsOrTheParameter(String text) {
        RedisAddress address = RedisAddress.parse(text);

        assertThat(address.cluster()).isTrue();
        assertThat(address.uris().get(0).getPort()).isEqualTo(7000);
    }

    @Test
    void readsThePrefix() {
        RedisAddress address = RedisAddress.parse("redis://cache/2?prefix=school:a.&clientName=a");

        assertThat(address.prefix()).isEqualTo("school:a.");
        assertThat(address.uris().get(0).getDatabase()).isEqualTo(2);
        assertThat(address.uris().get(0).getClientName()).isEqualTo("a");
    }

    /** Lettuce ignores a value that it cannot use. */
    @Test
    void checksEveryParameterThatLettuceKnows() throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (Field constant : RedisURI.class.getFields()) {
            if (constant.getName().startsWith("PARAMETER_NAME_")) {
                names.add((String) constant.get(null));
            }
        }
        assertThat(names).contains("database", "verifyPeer");
        for (String name : names) {
            for (String value : List.of("=", "=%20", "=!", "")) {
                assertThatExceptionOfType(InvalidValueException.class)
                        .as(name + value)
                        .isThrownBy(() -> RedisAddress.parse("rediss-sentinel://cache?" + name + value + "#main"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redis://cache/3", "redis://cache?database=3", "redis://cache/?db=3", "rediss://cache?db=3"})
    void readsTheDatabase(String text) {
        assertThat(RedisAddress.parse(text).uris().get(0).getDatabase()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "CA", "FULL"})
    void readsHowTheCertificateIsChecked(String mode) {
        RedisURI uri =
                RedisAddress.parse("rediss://cache?verifyPeer=" + mode).uris().get(0);

        assertThat(uri.getVerifyMode()).hasToString(mode);
    }

    @Test
    void readsTheMasterFromTheParameter() {
        RedisAddress address = RedisAddress.parse("redis-sentinel://a,b?sentinelMasterId=main&db=1");

        assertThat(address.uris().get(0).getSentinelMasterId()).isEqualTo("main");
        assertThat(address.uris().get(0).getDatabase()).isEqualTo(1);
    }

    /** Base64 has slashes. The rest of such a password would be a path, and paths are shown. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://user:sec/ret@cache:6379",
                "redis://user:sec#ret@cache:6379",
                "redis://user:sec?ret@cache:6379",
                "redis://user:s@e/c@ret@cache:6379/1",
                "redis-sentinel://user:sec/ret@cache#ret",
                "rediss://user:6379/se\n?ret@cache"
            })
    void neverShowsAPasswordThatIsNotPercentEncoded(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> RedisAddress.parse(text))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("percent-encode")
                        .doesNotContain("sec")
                        .doesNotContain("ret")
                        .doesNotContain("cache"));
        assertThat(SettingKey.SHARED_REDIS.type().format(text))
                .startsWith("redis")
                .contains("://***@cache")
                .doesNotContain("sec");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache:6379",
                "http://user:secret@cache",
                "redis://user:secret@",
                "redis-socket:///run/secret.sock",
                "redis://user:secret@cache:65536",
                "redis://user:secret@cache/x",
                "redis://user:secret@cache?prefix={a}",
                "redis://user:secret@cache?prefix=",
                "redis://user:secret@cache?cluster=yes",
                "redis://user:secret@cache?timeout=10s",
                "redis://user:secret@cache?database=x",
                "redis://user:secret@cache?database=-1",
                "redis://user:secret@cache?db=",
                "redis://user:secret@cache?database=1;timeout=10s",
                "redis://user:secret@cache?Database=1",
                "redis://user:secret@cache?database=1&database=2",
                "redis://user:secret@cache?database=1&db=1",
                "redis://user:secret@cache/1?database=1",
                "redis://user:secret@cache/1/2",
                "redis://user:secret@a,b/1",
                "redis://user:secret@a?cluster=true&db=1",
                "redis://user:secret@a,b?cluster=false",
                "redis://user:secret@a:7000,,b",
                "redis://user:secret@cache:",
                "redis://user:secret@cache:0",
                "redis://user:secret@cache?clientName=a%20b",
                "redis://user:secret@cache?verifyPeer=NONE",
                "rediss://user:secret@cache?verifyPeer=off",
                "redis://user:secret@cache#main",
                "redis://user:secret@cache?sentinelMasterId=main",
                "redis-sentinel://user:secret@cache?sentinelMasterId=",
                "redis-sentinel://user:secret@cache?sentinelMasterId=main#main",
                "redis-sentinel://user:secret@cache#",
                "redis-sentinel://user:secret@cache:99999#main",
                "redis-sentinel://user:secret@cache?cluster=true#main",
                "redis-sentinel://user:secret@cache",
                "redis://user:sec ret@cache"
            })
    void rejectsWhatIsNoAddressAndDoesNotShowThePassword(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> RedisAddress.parse(text))
                .satisfies(failure -> {
                    assertThat(failure.getMessage()).doesNotContain("secret@").doesNotContain("user");
                    ApprovedMessages.verify(text.replaceFirst("user:.*@", ""), failure.getMessage());
                });
    }
}
