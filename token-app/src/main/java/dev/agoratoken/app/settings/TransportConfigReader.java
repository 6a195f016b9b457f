package dev.agoratoken.app.settings;

import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.Setting;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.http.settings.TrustedProxies;
import dev.agoratoken.token.InvalidValueException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads limits, shutdown timeouts, TLS files, management port and trusted proxies. */
final class TransportConfigReader {
    private final ResolvedSettings resolvedSettings;

    TransportConfigReader(ResolvedSettings resolvedSettings) {
        this.resolvedSettings = resolvedSettings;
    }

    TransportConfig read() {
        return new TransportConfig(
                limits(),
                shutdownTimeouts(),
                tls(),
                resolvedSettings.find(SettingKey.MANAGEMENT_PORT),
                resolvedSettings.find(SettingKey.TRUSTED_PROXIES).orElse(TrustedProxies.NONE));
    }

    private ServerLimits limits() {
        return new ServerLimits(
                resolvedSettings.value(SettingKey.MAX_CONNECTIONS),
                resolvedSettings.value(SettingKey.MAX_REQUESTS),
                resolvedSettings.value(SettingKey.MAX_QUEUE),
                resolvedSettings.value(SettingKey.REQUEST_TIMEOUT),
                resolvedSettings.value(SettingKey.IDLE_TIMEOUT));
    }

    private ShutdownTimeouts shutdownTimeouts() {
        return new ShutdownTimeouts(
                resolvedSettings.value(SettingKey.STOP_DELAY), resolvedSettings.value(SettingKey.STOP_DEADLINE));
    }

    /** Requires certificate and key together, so that no server unexpectedly runs without TLS. */
    private Optional<TlsFiles> tls() {
        Optional<Path> certificate = resolvedSettings.file(SettingKey.TLS_CERTIFICATE);
        Optional<Path> key = resolvedSettings.file(SettingKey.TLS_KEY);
        Optional<Path> clientAuthority = resolvedSettings.file(SettingKey.TLS_CLIENT_CA);
        Optional<Boolean> clientAuth = resolvedSettings.find(SettingKey.TLS_CLIENT_AUTH);
        requireTogether(SettingKey.TLS_CERTIFICATE, certificate, SettingKey.TLS_KEY, key);
        requireTogether(SettingKey.TLS_KEY, key, SettingKey.TLS_CERTIFICATE, certificate);
        requireTogether(SettingKey.TLS_CLIENT_CA, clientAuthority, SettingKey.TLS_CERTIFICATE, certificate);
        requireTogether(SettingKey.TLS_CLIENT_AUTH, clientAuth, SettingKey.TLS_CLIENT_CA, clientAuthority);
        boolean required = resolvedSettings.value(SettingKey.TLS_CLIENT_AUTH);
        return certificate.map(file -> new TlsFiles(file, key.orElseThrow(), clientAuthority, required));
    }

    private void requireTogether(SettingKey<?> set, Optional<?> value, SettingKey<?> other, Optional<?> otherValue) {
        if (value.isPresent() && otherValue.isEmpty()) {
            throw new InvalidValueException(
                    resolvedSettings.first(set).map(Setting::field).orElseThrow(),
                    "set, but " + other.label() + " is not",
                    "set " + other.label() + ", or remove this one");
        }
    }
}
