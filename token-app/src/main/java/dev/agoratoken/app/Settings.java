package dev.agoratoken.app;

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
record Settings(List<Source> sources, Optional<ConfigFile> file, CertificateFiles certificates) {
    Settings {
        sources = List.copyOf(sources);
    }

    Optional<Setting> first(Key key) {
        return outsideFile(key).or(() -> file.flatMap(found -> found.find(key)));
    }

    /** What the parser makes of the setting; its refusal tells where the setting was found. */
    <T> Optional<T> value(Key key, Function<String, T> parser) {
        return first(key).map(setting -> setting.as(parser));
    }

    /** The file that the setting names: what the configuration file names is beside it. */
    Optional<Path> file(Key key) {
        Path here = certificates.folder();
        Path begin = outsideFile(key).isPresent()
                ? here
                : file.map(ConfigFile::folder).orElse(here);
        return value(key, new Folder(begin)::file);
    }

    Optional<Setting> outsideFile(Key key) {
        return sources.stream().flatMap(source -> source.find(key).stream()).findFirst();
    }
}
