package dev.agoratoken.issuing.policy.caller;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.InvalidValueException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    /** From FIPS 180-2, the message "abc". */
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isWrittenWithoutCharactersThatHaveToBeQuoted() {
        byte[] random = new byte[ApiKey.BYTES];
        random[0] = (byte) 0xfb;
        random[1] = (byte) 0xff;

        assertThat(ApiKey.of(random).reveal()).isEqualTo("agt_-_8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    }

    @Test
    void isKnownByItsHash() {
        assertThat(ApiKey.presented("abc").hash()).isEqualTo(ApiKeyHash.of(HASH_OF_ABC));
        assertThat(ApiKey.presented("abc").hash().hex()).isEqualTo(HASH_OF_ABC);
        assertThat(ApiKeyHash.of(HASH_OF_ABC.toUpperCase(Locale.ROOT)))
                .isEqualTo(ApiKeyHash.of(HASH_OF_ABC))
                .hasSameHashCodeAs(ApiKeyHash.of(HASH_OF_ABC));
    }

    @Test
    void isNotKnownByAPrefix() {
        assertThat(ApiKey.presented("ab").hash()).isNotEqualTo(ApiKeyHash.of(HASH_OF_ABC));
        assertThat(ApiKey.presented("abcd").hash()).isNotEqualTo(ApiKeyHash.of(HASH_OF_ABC));
    }

    @Test
    void spreadsOverHashTables() {
        assertThat(ApiKey.presented("ab").hash())
                .doesNotHaveSameHashCodeAs(ApiKey.presented("abc").hash());
    }

    @Test
    void neverPrints() {
        assertThat(ApiKey.presented("abc")).hasToString("ApiKey[redacted]");
        assertThat(ApiKeyHash.of(HASH_OF_ABC)).hasToString("ba7816bf...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "agt_secret", "za7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"})
    void isNoHash(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ApiKeyHash.of(text))
                .returns("key-sha256", InvalidValueException::field)
                .satisfies(e -> verify("hash " + text.length(), e.getMessage()))
                .withMessageNotContaining("agt_");
    }
}
