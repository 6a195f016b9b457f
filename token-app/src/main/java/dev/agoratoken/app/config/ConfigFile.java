package dev.agoratoken.app.config;

import dev.agoratoken.app.config.TrackedFiles.TooLongException;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The configuration file, in YAML. Unknown keys are errors. */
public final class ConfigFile implements SettingsSource {
    static final String DEFAULT_NAME = "agora-token.yaml";
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Path folder;
    private final YamlNode root;

    private ConfigFile(Path folder, YamlNode root) {
        this.folder = folder;
        this.root = root;
    }

    /**
     * Reads the file.
     *
     * @return empty if the file does not exist
     * @throws InvalidValueException if it cannot be read, is not YAML, or has an unknown key
     */
    static Optional<ConfigFile> read(Path path, TrackedFiles files) {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new InvalidValueException(
                    path.toString(), "cannot be read: it is a folder", "name a readable configuration file");
        }
        try {
            return Optional.of(parse(folder, absolute.getFileName().toString(), files.text(path, MAX_BYTES)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (TooLongException e) {
            throw new InvalidValueException(
                    path.toString(), "the file is longer than 4 MiB", "name the configuration file");
        } catch (IOException e) {
            throw new InvalidValueException(
                    path.toString(), TrackedFiles.problem(e, "cannot be read"), "name a readable configuration file");
        }
    }

    static ConfigFile parse(Path folder, String name, String yaml) {
        ConfigFile file = new ConfigFile(folder, YamlParser.compose(name, yaml, MAX_BYTES));
        file.rejectUnknown();
        return file;
    }

    private void rejectUnknown() {
        root.entries("server", "tokens", "audit", "bans", "shared", "projects", "callers");
        for (String group :
                new String[] {"server", "server.tls", "tokens", "audit", "bans", "shared", "shared.redis-password"}) {
            group(group).ifPresent(node -> node.entries(SettingKey.within(group)));
        }
    }

    /** The value of a complete key, such as {@code server} or {@code server.tls}. */
    public Optional<YamlNode> group(String path) {
        Optional<YamlNode> group = Optional.of(root);
        for (String name : path.split("\\.", -1)) {
            group = group.flatMap(outer -> outer.child(name));
        }
        return group;
    }

    /** The folder at which relative file names in it start. */
    public Path folder() {
        return folder;
    }

    @Override
    public Optional<Setting> find(SettingKey<?> settingKey) {
        return settingKey
                .path()
                .flatMap(this::group)
                .filter(node -> !node.isBlank())
                .map(node -> new Setting(node.field(), settingKey.isList() ? listed(node) : node.text()));
    }

    /** A list is the same as its values joined by commas. */
    private static String listed(YamlNode node) {
        return String.join(",", node.items().stream().map(YamlNode::text).toList());
    }
}
