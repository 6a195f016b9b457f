package dev.agoratoken.app;

import dev.agoratoken.http.AllowedOrigins;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Received;
import dev.agoratoken.token.TokenFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration, read from settings. Each part is read when it is asked for, so that a command that makes a token does
 * not fail over a port. A bad value fails with one line that names the setting and never shows a secret.
 */
final class ConfigReader {
    private final Settings settings;

    ConfigReader(Settings settings) {
        this.settings = settings;
    }

    /** The project, from {@code APP_ID} and {@code APP_CERTIFICATE} and the names beside them. */
    Project project() {
        AppId appId = value(AppId::of, "APP_ID", "AGORA_APP_ID")
                .orElseThrow(() -> missing("APP_ID", "the App ID of the project"));
        List<AppCertificate> certificates = new ArrayList<>();
        certificates.add(certificate("APP_CERTIFICATE", "AGORA_APP_CERTIFICATE")
                .orElseThrow(() -> missing("APP_CERTIFICATE", "the project's primary certificate")));
        certificate("APP_CERTIFICATE_SECONDARY").ifPresent(certificates::add);
        return new Project(ProjectName.DEFAULT, appId, certificates);
    }

    /** Format from {@code TOKEN_FORMAT}, else 007; lifetime from {@code TOKEN_EXPIRE}, else one hour. */
    IssuingDefaults issuingDefaults() {
        IssuingDefaults standard = IssuingDefaults.STANDARD;
        return new IssuingDefaults(
                standard.project(),
                value(TokenFormat::named, "TOKEN_FORMAT").orElse(standard.format()),
                value(Lifetime::parse, "TOKEN_EXPIRE").orElse(standard.lifetime()));
    }

    /**
     * The server's part: {@code SERVER_PORT}, else {@code PORT}, else 8080; {@code CORS_ALLOW_ORIGIN}, else no other
     * origin; {@code ALLOW_OPEN}, else only this machine may call.
     */
    ServerConfig server() {
        Optional<Integer> port = value(ConfigReader::port, "SERVER_PORT");
        return new ServerConfig(
                port.or(() -> value(ConfigReader::port, "PORT")).orElse(ServerConfig.DEFAULT.port()),
                value(AllowedOrigins::parse, "CORS_ALLOW_ORIGIN").orElse(ServerConfig.DEFAULT.allowedOrigins()),
                value(ConfigReader::yesOrNo, "ALLOW_OPEN").orElse(ServerConfig.DEFAULT.open()));
    }

    private Optional<AppCertificate> certificate(String... names) {
        return value(AppCertificate::of, names).or(() -> value(ConfigReader::certificateIn, names[0] + "_FILE"));
    }

    private static AppCertificate certificateIn(String file) {
        try {
            return AppCertificate.of(
                    Files.readString(Path.of(file), StandardCharsets.US_ASCII).strip());
        } catch (IOException | InvalidPathException e) {
            throw new InvalidValueException(
                    "file",
                    "the file " + Received.quoted(file) + " cannot be read",
                    "name a file that holds the certificate");
        }
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new InvalidValueException("port", Received.quoted(text) + " is no port", "give a number from 0 to 65535");
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InvalidValueException(
                        "switch", Received.quoted(text) + " is neither true nor false", "write true or false");
        };
    }

    private <T> Optional<T> value(Function<String, T> parser, String... names) {
        return settings.first(names).map(setting -> parsed(setting, parser));
    }

    private static <T> T parsed(Settings.Setting setting, Function<String, T> parser) {
        try {
            return parser.apply(setting.value());
        } catch (InvalidValueException e) {
            throw e.as(setting.name() + " (" + setting.source() + ")");
        }
    }

    private static InvalidValueException missing(String name, String what) {
        return new InvalidValueException(
                name, "it is not set", "set it to " + what + " in the environment or in .env, or try serve --demo");
    }
}
