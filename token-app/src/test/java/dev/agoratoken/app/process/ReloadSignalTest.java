package dev.agoratoken.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.port.ProcessControl.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReloadSignalTest {
    private final ReloadSignal signal = ReloadSignal.ofNothing();
    private final AtomicInteger reloads = new AtomicInteger();

    @Test
    void reloadsEachTime() {
        signal.onSignal(reloads::incrementAndGet);

        signal.raise();
        signal.raise();

        assertThat(reloads).hasValue(2);
    }

    @Test
    void remembersThatItCameBeforeAnybodyListened() {
        signal.raise();
        signal.raise();

        signal.onSignal(reloads::incrementAndGet);

        assertThat(reloads).hasValue(1);
    }

    @Test
    void doesNothingAfterTheListeningIsClosed() {
        Registration registration = signal.onSignal(reloads::incrementAndGet);
        registration.close();

        signal.raise();

        assertThat(reloads).hasValue(0);
    }
}
