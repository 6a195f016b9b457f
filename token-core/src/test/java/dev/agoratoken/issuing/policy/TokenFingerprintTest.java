package dev.agoratoken.issuing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.TokenText;
import org.junit.jupiter.api.Test;

class TokenFingerprintTest {
    /** The one-block message of FIPS 180-2, appendix B.1. */
    @Test
    void isTheBeginningOfTheSha256() {
        assertThat(TokenFingerprint.of(TokenText.of("abc")).hex()).isEqualTo("ba7816bf8f01cfea");
    }
}
