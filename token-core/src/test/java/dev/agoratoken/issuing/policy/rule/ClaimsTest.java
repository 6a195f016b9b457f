package dev.agoratoken.issuing.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final Claims ANN = Claims.of(Map.of("sub", "ann"));

    @Test
    void areEqualByTheirValues() {
        assertThat(ANN)
                .isEqualTo(Claims.of(Map.of("sub", "ann")))
                .hasSameHashCodeAs(Claims.of(Map.of("sub", "ann")))
                .isNotEqualTo(Claims.of(Map.of("sub", "bob")))
                .doesNotHaveSameHashCodeAs(Claims.of(Map.of("sub", "bob")))
                .isNotEqualTo("ann");
    }

    @Test
    void printNoValue() {
        assertThat(ANN).hasToString("Claims[sub]");
    }

    @Test
    void holdNamesOfUpTo255Characters() {
        Claims longest = Claims.of(Map.of("sub", "a".repeat(255), "name", "a".repeat(256)));

        assertThat(longest.text("sub")).contains("a".repeat(255));
        assertThat(longest.text("name")).isEmpty();
    }
}
