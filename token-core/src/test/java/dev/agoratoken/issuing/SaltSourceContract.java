package dev.agoratoken.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.Salt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every source of salts has to keep to; a test of an implementation extends this. */
abstract class SaltSourceContract {
    /** A fresh source. */
    abstract SaltSource source();

    @Test
    void doesNotRepeatItself() {
        SaltSource source = source();

        assertThat(distinct(Stream.generate(source::next).limit(100_000).toList()))
                .hasSize(100_000);
    }

    @Test
    void doesNotRepeatItselfToSeveralThreads() throws Exception {
        SaltSource source = source();
        Callable<List<Salt>> work =
                () -> Stream.generate(source::next).limit(25_000).toList();
        List<Salt> salts = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<Salt>> part : threads.invokeAll(Collections.nCopies(4, work))) {
                salts.addAll(part.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(distinct(salts)).hasSize(100_000);
    }

    private static Set<Salt> distinct(List<Salt> salts) {
        return new HashSet<>(salts);
    }
}
