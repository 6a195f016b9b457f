package dev.agoratoken.app;

import java.nio.file.Path;
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

    /** Where the name of a file begins that is the value of this setting: what the file names is beside it. */
    Path folderOf(Key key) {
        Path here = certificates.folder();
        return outsideFile(key).isPresent()
                ? here
                : file.map(ConfigFile::folder).orElse(here);
    }

    Optional<Setting> outsideFile(Key key) {
        return sources.stream().flatMap(source -> source.find(key).stream()).findFirst();
    }
}
