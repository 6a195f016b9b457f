package dev.agoratoken.app.config;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.FieldName;
import dev.agoratoken.token.InvalidValueException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A node of the configuration file with its path and place. Scalars stay text, so that {@code 007} and a certificate of
 * digits do not become numbers.
 *
 * @param file the name of the file
 * @param path the keys from the root, separated by dots
 * @param node null if the file is empty
 */
public record YamlNode(String file, String path, @Nullable Node node) {
    /**
     * The values by their keys.
     *
     * @throws InvalidValueException if this is not a mapping, or a key is duplicate
     */
    public Map<String, YamlNode> entries() {
        if (isEmpty()) {
            return Map.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            throw error("settings expected", "write 'key: value' lines below the key");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new YamlNode(file, path, tuple.getKeyNode()).text();
            YamlNode value = new YamlNode(file, path.isEmpty() ? key : path + "." + key, tuple.getValueNode());
            if (entries.put(key, value) != null) {
                throw value.error("duplicate key", "keep one of the two");
            }
        }
        return entries;
    }

    /**
     * The values by their keys, which must be known.
     *
     * @throws InvalidValueException as above, or if a key is unknown; the message suggests the nearest known key
     */
    public Map<String, YamlNode> entries(String... known) {
        Map<String, YamlNode> entries = entries();
        List<String> allowed = Arrays.asList(known);
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.error(
                        "unknown setting", DidYouMean.of(key, allowed).orElse("use " + String.join(", ", allowed)));
            }
        });
        return entries;
    }

    /** The items of a list; a single value counts as a list of one. */
    public List<YamlNode> items() {
        if (isEmpty()) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<Node> parts = sequence.getValue();
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new YamlNode(file, path + "[" + i + "]", parts.get(i)))
                .toList();
    }

    /** The text as written, without quotes. */
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (isList() || isGroup()) {
            throw error(isList() ? "a list instead of one value" : "settings instead of one value", "write one value");
        }
        throw error("missing value", "write a value after the colon");
    }

    /** Parses the text; errors name the place in the file. */
    public <T> T parse(Function<String, T> parser) {
        String text = text();
        try {
            return parser.apply(text);
        } catch (InvalidValueException e) {
            throw e.withField(field());
        }
    }

    /** The known value of this name; the error suggests the nearest known name. */
    public <T> T oneOf(Map<String, T> known) {
        String name = text();
        if (!known.containsKey(name)) {
            throw error(
                    "unknown value " + Printable.quote(name),
                    DidYouMean.of(name, known.keySet()).orElse("use " + String.join(", ", known.keySet())));
        }
        return known.get(name);
    }

    public Optional<YamlNode> child(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The value of a required key. */
    public YamlNode required(String key) {
        return child(key).orElseThrow(() -> error("missing " + key, "add " + key));
    }

    public boolean isGroup() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** {@code agora-token.yaml line 7}. */
    public String location() {
        return file
                + Optional.ofNullable(node)
                        .flatMap(Node::getStartMark)
                        .map(mark -> " line " + (mark.getLine() + 1))
                        .orElse("");
    }

    public InvalidValueException error(String problem, String remedy) {
        return new InvalidValueException(field(), problem, remedy);
    }

    /** The path and the place in the file, for errors. */
    FieldName field() {
        return new FieldName(path.isEmpty() ? "settings" : path, location());
    }

    /** Whether the value is missing or empty. */
    boolean isBlank() {
        return isEmpty()
                || node instanceof ScalarNode scalar && scalar.getValue().isBlank()
                || node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
    }

    private boolean isEmpty() {
        return node == null || node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }
}
