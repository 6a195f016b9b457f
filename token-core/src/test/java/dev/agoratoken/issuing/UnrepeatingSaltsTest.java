package dev.agoratoken.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnrepeatingSaltsTest extends SaltSourceContract {
    @Override
    SaltSource source() {
        return SaltSource.nonRepeating();
    }

    /** An odd step reaches all 2<sup>32</sup> numbers before it comes back to the first. */
    @Test
    void stepsByTheSameOddNumber() {
        SaltSource source = source();
        long[] salts = Stream.generate(source::next)
                .limit(1000)
                .mapToLong(salt -> salt.value())
                .toArray();

        long step = salts[1] - salts[0] & 0xFFFF_FFFFL;
        assertThat(step % 2).isEqualTo(1);
        for (int i = 1; i < salts.length; i++) {
            assertThat(salts[i] - salts[i - 1] & 0xFFFF_FFFFL).isEqualTo(step);
        }
    }

    @Test
    void beginsAtAnotherNumberEachTime() {
        assertThat(Stream.generate(() -> source().next()).limit(8).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void usesTheUpperHalfOfTheNumbersToo() {
        assertThat(Stream.generate(source()::next).limit(1000).map(salt -> salt.value()))
                .anyMatch(value -> value > Integer.MAX_VALUE)
                .anyMatch(value -> value <= Integer.MAX_VALUE);
    }
}
