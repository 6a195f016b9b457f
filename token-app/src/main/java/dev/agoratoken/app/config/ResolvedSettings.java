package dev.agoratoken.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings that were found. The command line, the environment and {@code .env} come before the file; of several
 * sources the first that has a setting wins.
 *
 * @param certificates reads those that are named outside the file
 */
public record ResolvedSettings(
        List<SettingsSource> sources, Optional<ConfigFile> file, CertificateFileReader certificates) {
    public ResolvedSettings {
        sources = List.copyOf(sources);
    }

    public Optional<Setting> first(SettingKey settingKey) {
        return outsideFile(settingKey).or(() -> file.flatMap(found -> found.find(settingKey)));
    }

    /** What the parser makes of the setting; its refusal tells where the setting was found. */
    public <T> Optional<T> value(SettingKey settingKey, Function<String, T> parser) {
        return first(settingKey).map(setting -> setting.parse(parser));
    }

    /** The file that the setting names: what the configuration file names is beside it. */
    public Optional<Path> file(SettingKey settingKey) {
        Path here = certificates.folder();
        Path begin = outsideFile(settingKey).isPresent()
                ? here
                : file.map(ConfigFile::folder).orElse(here);
        return value(settingKey, new BaseDirectory(begin)::file);
    }

    public Optional<Setting> outsideFile(SettingKey settingKey) {
        return sources.stream()
                .flatMap(settingsSource -> settingsSource.find(settingKey).stream())
                .findFirst();
    }
}
