package dev.agoratoken.app.settings;

import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.WholeNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads the limits of the server, how it stops, and the files of TLS. What is not set is as in {@link TransportConfig#DEFAULT}. */
final class TransportConfigReader {
    private final ResolvedSettings resolvedSettings;

    TransportConfigReader(ResolvedSettings resolvedSettings) {
        this.resolvedSettings = resolvedSettings;
    }

    TransportConfig read() {
        return new TransportConfig(limits(), stopTimes(), tls());
    }

    private ServerLimits limits() {
        ServerLimits standard = ServerLimits.DEFAULT;
        return new ServerLimits(
                resolvedSettings
                        .value(SettingKey.MAX_CONNECTIONS, text -> count(text, 1))
                        .orElse(standard.maxConnections()),
                resolvedSettings
                        .value(SettingKey.MAX_REQUESTS, text -> count(text, 1))
                        .orElse(standard.maxRequests()),
                resolvedSettings
                        .value(SettingKey.MAX_QUEUE, text -> count(text, 0))
                        .orElse(standard.maxQueuedRequests()),
                resolvedSettings
                        .value(SettingKey.REQUEST_TIMEOUT, TransportConfigReader::time)
                        .orElse(standard.requestTimeout()),
                resolvedSettings
                        .value(SettingKey.IDLE_TIMEOUT, TransportConfigReader::time)
                        .orElse(standard.idleTimeout()));
    }

    private ShutdownTimeouts stopTimes() {
        ShutdownTimeouts standard = ShutdownTimeouts.DEFAULT;
        return new ShutdownTimeouts(
                resolvedSettings
                        .value(SettingKey.STOP_DELAY, TransportConfigReader::timeOrNone)
                        .orElse(standard.drainDelay()),
                resolvedSettings
                        .value(SettingKey.STOP_DEADLINE, TransportConfigReader::time)
                        .orElse(standard.gracePeriod()));
    }

    private static int count(String text, int least) {
        return (int) WholeNumber.parse(text, least, 999_999)
                .orElseThrow(() -> new InvalidValueException(
                        "number",
                        Printable.quote(text) + " is no such number",
                        "give a number from " + least + " to 999999"));
    }

    private static Duration time(String text) {
        try {
            return Duration.ofSeconds(Lifetime.parse(text).seconds());
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    "time",
                    Printable.quote(text) + " is no such time",
                    "write seconds such as 10, or 10s, 5m; at least 1s");
        }
    }

    private static Duration timeOrNone(String text) {
        return text.matches("0+s?") ? Duration.ZERO : time(text);
    }

    /** Two files or none: half of it would be a server in the clear where none is expected. */
    private Optional<TlsFiles> tls() {
        Optional<Path> certificate = resolvedSettings.file(SettingKey.TLS_CERTIFICATE);
        Optional<Path> key = resolvedSettings.file(SettingKey.TLS_KEY);
        Optional<Path> clientAuthority = resolvedSettings.file(SettingKey.TLS_CLIENT_CA);
        Optional<Boolean> clientMust =
                resolvedSettings.value(SettingKey.TLS_CLIENT_AUTH, TransportConfigReader::isNeeded);
        requireTogether(SettingKey.TLS_CERTIFICATE, certificate, SettingKey.TLS_KEY, key);
        requireTogether(SettingKey.TLS_KEY, key, SettingKey.TLS_CERTIFICATE, certificate);
        requireTogether(SettingKey.TLS_CLIENT_CA, clientAuthority, SettingKey.TLS_CERTIFICATE, certificate);
        requireTogether(SettingKey.TLS_CLIENT_AUTH, clientMust, SettingKey.TLS_CLIENT_CA, clientAuthority);
        return certificate.map(file -> new TlsFiles(file, key.get(), clientAuthority, clientMust.orElse(false)));
    }

    private static void requireTogether(SettingKey set, Optional<?> value, SettingKey other, Optional<?> otherValue) {
        if (value.isPresent() && otherValue.isEmpty()) {
            throw new InvalidValueException(
                    set.label(), "it is set, but " + other.label() + " is not", "set both, or neither");
        }
    }

    private static boolean isNeeded(String text) {
        return switch (text) {
            case "want" -> false;
            case "need" -> true;
            default ->
                throw new InvalidValueException(
                        "client-auth", Printable.quote(text) + " is neither want nor need", "write want or need");
        };
    }
}
