package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AscendingOrderTest {
    private static List<String> ascending(List<String> list) {
        return AscendingOrder.ascending(list, String::length);
    }

    @Test
    void copiesNoListThatIsInOrder() {
        for (List<String> list : List.of(List.<String>of(), List.of("a"), List.of("a", "b", "cc"))) {
            assertThat(ascending(list)).isSameAs(list);
        }
    }

    @Test
    void keepsTheOrderOfEqualNumbers() {
        assertThat(ascending(List.of("b", "aa", "a"))).containsExactly("b", "a", "aa");
    }
}
