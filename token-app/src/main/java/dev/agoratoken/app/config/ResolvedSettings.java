package dev.agoratoken.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of all sources. Command line, environment and {@code .env} precede the file; the first source that has a
 * setting wins.
 *
 * @param dotEnvNames all names in each {@code .env} file
 * @param certificates reads the certificate files that are named outside the configuration file
 */
public record ResolvedSettings(
        List<SettingsSource> sources,
        Map<String, Set<String>> dotEnvNames,
        Optional<ConfigFile> file,
        CertificateFileReader certificates) {
    private static final String NONE = "none";

    public ResolvedSettings {
        sources = List.copyOf(sources);
    }

    public Optional<Setting> first(SettingKey<?> settingKey) {
        return outsideFile(settingKey).or(() -> file.flatMap(found -> found.find(settingKey)));
    }

    /**
     * The value, if a source has one.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it is invalid; the field is the setting and its source
     */
    public <T> Optional<T> find(SettingKey<T> settingKey) {
        return first(settingKey).map(setting -> setting.parse(settingKey.type()::parse));
    }

    /**
     * The value, or the default.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it is invalid; the field is the setting and its source
     */
    public <T> T value(SettingKey<T> settingKey) {
        return find(settingKey).orElseGet(() -> settingKey.defaultValue().orElseThrow());
    }

    /** The path that the setting names. Relative names in the configuration file start at its folder. */
    public Optional<Path> file(SettingKey<?> settingKey) {
        return first(settingKey).map(setting -> setting.parse(new BaseDirectory(folderFor(settingKey))::file));
    }

    private Path folderFor(SettingKey<?> settingKey) {
        Path workingDirectory = certificates.folder();
        return outsideFile(settingKey).isPresent()
                ? workingDirectory
                : file.map(ConfigFile::folder).orElse(workingDirectory);
    }

    /** The value, else the default, as {@code config show} prints it; {@code none} if there is neither. */
    public <T> String shown(SettingKey<T> settingKey) {
        if (settingKey.type() == SettingType.FILE_NAME) {
            return file(settingKey).map(Path::toString).orElse(NONE);
        }
        return find(settingKey)
                .or(settingKey::defaultValue)
                .map(settingKey.type()::format)
                .filter(text -> !text.isEmpty())
                .orElse(NONE);
    }

    /** Where the value comes from, such as {@code SERVER_PORT (environment)}; {@code default} if no source has it. */
    public String origin(SettingKey<?> settingKey) {
        return first(settingKey).map(setting -> setting.field().toString()).orElse("default");
    }

    public Optional<Setting> outsideFile(SettingKey<?> settingKey) {
        return inSources(settingKey).or(() -> settingKey.fallback().flatMap(this::inSources));
    }

    private Optional<Setting> inSources(SettingKey<?> settingKey) {
        return sources.stream()
                .flatMap(source -> source.find(settingKey).stream())
                .findFirst();
    }
}
