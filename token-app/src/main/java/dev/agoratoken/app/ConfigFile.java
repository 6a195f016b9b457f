package dev.agoratoken.app;

import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The configuration file, in YAML. It is read as it is written: a key is known or the file is refused. */
final class ConfigFile implements Source {
    static final String DEFAULT_NAME = "agora-token.yaml";
    private static final int LONGEST = 4 * 1024 * 1024;

    private final Path folder;
    private final ConfigNode root;

    private ConfigFile(Path folder, ConfigNode root) {
        this.folder = folder;
        this.root = root;
    }

    /**
     * Reads the file.
     *
     * @return empty if there is none of that name
     * @throws InvalidValueException if it cannot be read, is not YAML, or has an unknown key
     */
    static Optional<ConfigFile> read(Path path) {
        String name = path.getFileName().toString();
        try {
            return Optional.of(parse(path.toAbsolutePath().getParent(), name, text(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new InvalidValueException(
                    path.toString(), "it cannot be read as UTF-8 text", "name a readable configuration file");
        }
    }

    private static String text(Path path) throws IOException {
        if (Files.size(path) > LONGEST) {
            throw new InvalidValueException(
                    path.toString(), "it is longer than 4 MiB", "name the configuration file, not something else");
        }
        return Files.readString(path, StandardCharsets.UTF_8);
    }

    static ConfigFile parse(Path folder, String name, String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setSchema(new CoreSchema())
                .setUseMarks(true)
                .setCodePointLimit(LONGEST)
                .build();
        try {
            Optional<Node> node = new Compose(settings).composeString(yaml);
            ConfigFile file = new ConfigFile(folder, new ConfigNode(name, "", node.orElse(null)));
            file.refuseUnknown();
            return file;
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> " line " + (mark.getLine() + 1))
                    .orElse("");
            throw notYaml(name + line, e.getProblem());
        } catch (YamlEngineException e) {
            throw notYaml(name, "it nests too deeply or repeats itself without end");
        }
    }

    private static InvalidValueException notYaml(String place, String problem) {
        // The parser's own words may quote a line, and the line may hold a secret.
        return new InvalidValueException(
                place,
                "it is no YAML: " + problem.lines().findFirst().orElse("").replaceAll("'[^']*'|\"[^\"]*\"", "..."),
                "write 'key: value' lines, indented by blanks");
    }

    private void refuseUnknown() {
        root.entries("server", "tokens", "projects");
        for (String group : new String[] {"server", "server.tls", "tokens"}) {
            group(group).ifPresent(node -> node.entries(Key.within(group)));
        }
    }

    /** A group at the top of the file, or one in it, such as {@code server.tls}. */
    Optional<ConfigNode> group(String path) {
        Optional<ConfigNode> group = Optional.of(root);
        for (String name : path.split("\\.")) {
            group = group.flatMap(outer -> outer.child(name));
        }
        return group;
    }

    /** Where relative names of files in it begin. */
    Path folder() {
        return folder;
    }

    @Override
    public Optional<Setting> find(Key key) {
        return key.path()
                .flatMap(path -> group(path.group()).flatMap(group -> group.child(path.key())))
                .map(node -> new Setting(node.path(), listed(node), node.place()));
    }

    /** Several values are the same as one text with commas between. */
    private static String listed(ConfigNode node) {
        return String.join(",", node.items().stream().map(ConfigNode::text).toList());
    }
}
