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
public record Settings(List<Source> sources, Optional<ConfigFile> file, CertificateFiles certificates) {
    public Settings {
        sources = List.copyOf(sources);
    }

    public Optional<Setting> first(Key key) {
        return outsideFile(key).or(() -> file.flatMap(found -> found.find(key)));
    }

    /** What the parser makes of the setting; its refusal tells where the setting was found. */
    public <T> Optional<T> value(Key key, Function<String, T> parser) {
        return first(key).map(setting -> setting.as(parser));
    }

    /** The file that the setting names: what the configuration file names is beside it. */
    public Optional<Path> file(Key key) {
        Path here = certificates.folder();
        Path begin = outsideFile(key).isPresent()
                ? here
                : file.map(ConfigFile::folder).orElse(here);
        return value(key, new Folder(begin)::file);
    }

    public Optional<Setting> outsideFile(Key key) {
        return sources.stream().flatMap(source -> source.find(key).stream()).findFirst();
    }
}
