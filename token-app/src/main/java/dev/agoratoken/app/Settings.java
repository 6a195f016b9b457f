package dev.agoratoken.app;

import java.util.List;
import java.util.Optional;

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

    Optional<Setting> outsideFile(Key key) {
        return sources.stream().flatMap(source -> source.find(key).stream()).findFirst();
    }
}
