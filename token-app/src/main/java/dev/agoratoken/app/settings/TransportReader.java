package dev.agoratoken.app.settings;

import dev.agoratoken.app.config.Key;
import dev.agoratoken.app.config.Settings;
import dev.agoratoken.http.settings.Limits;
import dev.agoratoken.http.settings.StopTimes;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Received;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads the limits of the server, how it stops, and the files of TLS. What is not set is as in {@link TransportConfig#DEFAULT}. */
final class TransportReader {
    private final Settings settings;

    TransportReader(Settings settings) {
        this.settings = settings;
    }

    TransportConfig read() {
        return new TransportConfig(limits(), stopTimes(), tls());
    }

    private Limits limits() {
        Limits standard = Limits.DEFAULT;
        return new Limits(
                settings.value(Key.MAX_CONNECTIONS, text -> count(text, 1)).orElse(standard.connections()),
                settings.value(Key.MAX_REQUESTS, text -> count(text, 1)).orElse(standard.requests()),
                settings.value(Key.MAX_QUEUE, text -> count(text, 0)).orElse(standard.queue()),
                settings.value(Key.REQUEST_TIMEOUT, TransportReader::time).orElse(standard.arrival()),
                settings.value(Key.IDLE_TIMEOUT, TransportReader::time).orElse(standard.idle()));
    }

    private StopTimes stopTimes() {
        StopTimes standard = StopTimes.DEFAULT;
        return new StopTimes(
                settings.value(Key.STOP_DELAY, TransportReader::timeOrNone).orElse(standard.delay()),
                settings.value(Key.STOP_DEADLINE, TransportReader::time).orElse(standard.deadline()));
    }

    private static int count(String text, int least) {
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= least) {
            return Integer.parseInt(text);
        }
        throw new InvalidValueException(
                "number", Received.quoted(text) + " is no such number", "give a number from " + least + " to 999999");
    }

    private static Duration time(String text) {
        try {
            return Duration.ofSeconds(Lifetime.parse(text).seconds());
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    "time",
                    Received.quoted(text) + " is no such time",
                    "write seconds such as 10, or 10s, 5m; at least 1s");
        }
    }

    private static Duration timeOrNone(String text) {
        return text.matches("0+s?") ? Duration.ZERO : time(text);
    }

    /** Two files or none: half of it would be a server in the clear where none is expected. */
    private Optional<TlsFiles> tls() {
        Optional<Path> certificate = settings.file(Key.TLS_CERTIFICATE);
        Optional<Path> key = settings.file(Key.TLS_KEY);
        Optional<Path> clientAuthority = settings.file(Key.TLS_CLIENT_CA);
        Optional<Boolean> clientMust = settings.value(Key.TLS_CLIENT_AUTH, TransportReader::isNeeded);
        requireTogether(Key.TLS_CERTIFICATE, certificate, Key.TLS_KEY, key);
        requireTogether(Key.TLS_KEY, key, Key.TLS_CERTIFICATE, certificate);
        requireTogether(Key.TLS_CLIENT_CA, clientAuthority, Key.TLS_CERTIFICATE, certificate);
        requireTogether(Key.TLS_CLIENT_AUTH, clientMust, Key.TLS_CLIENT_CA, clientAuthority);
        return certificate.map(file -> new TlsFiles(file, key.get(), clientAuthority, clientMust.orElse(false)));
    }

    private static void requireTogether(Key set, Optional<?> value, Key other, Optional<?> otherValue) {
        if (value.isPresent() && otherValue.isEmpty()) {
            throw new InvalidValueException(
                    set.title(), "it is set, but " + other.title() + " is not", "set both, or neither");
        }
    }

    private static boolean isNeeded(String text) {
        return switch (text) {
            case "want" -> false;
            case "need" -> true;
            default ->
                throw new InvalidValueException(
                        "client-auth", Received.quoted(text) + " is neither want nor need", "write want or need");
        };
    }
}
