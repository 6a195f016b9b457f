package dev.agoratoken.app.config;

import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Parses YAML text to nodes. Separate from {@link ConfigFile}, so that commands without a file do not load the library. */
final class YamlParser {
    private YamlParser() {}

    /** @throws InvalidValueException if it is not YAML, or longer than {@code longest} characters */
    static YamlNode compose(String name, String yaml, int longest) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setSchema(new CoreSchema())
                .setUseMarks(true)
                .setCodePointLimit(longest)
                .build();
        try {
            Parser parser = new ShallowYamlParser(new ParserImpl(settings, new StreamReader(settings, yaml)));
            Optional<Node> node = new Composer(settings, parser).getSingleNode();
            return new YamlNode(name, "", node.orElse(null));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> " line " + (mark.getLine() + 1))
                    .orElse("");
            throw notYaml(name + line, e.getProblem());
        } catch (YamlEngineException e) {
            throw notYaml(name, "nested too deeply, or aliases without end");
        }
    }

    private static InvalidValueException notYaml(String place, String problem) {
        // The message of the library may quote a line that holds a secret.
        return new InvalidValueException(
                place,
                "invalid YAML: " + problem.lines().findFirst().orElse("").replaceAll("'[^']*'|\"[^\"]*\"", "..."),
                "use 'key: value' lines, indented by spaces");
    }
}
