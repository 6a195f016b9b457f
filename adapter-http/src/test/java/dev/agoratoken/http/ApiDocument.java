package dev.agoratoken.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code openapi.json}, as tests read it. */
final class ApiDocument {
    private static final String IRI = "https://agora-token.example/openapi.json";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode root = read("/openapi.json");
    private final SchemaRegistry registry;

    ApiDocument() {
        JsonNode strict = root.deepCopy();
        close(strict.at("/components/schemas"));
        registry = registry(Map.of(IRI, strict.toString()));
    }

    static JsonNode read(String resource) {
        try (InputStream in = ApiDocument.class.getResourceAsStream(resource)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SchemaRegistry registry(Map<String, String> schemas) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(schemas).schemaRegistryConfig(config));
    }

    /** Clients are to ignore what they do not know; here, a field that is not in the document is found. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.get("properties") instanceof ObjectNode
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::close);
    }

    JsonNode root() {
        return root;
    }

    Place at(String pointer) {
        return new Place(pointer);
    }

    /** All that is described, with the methods in capitals. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        Place paths = new Place("/paths");
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        operations.add(new Operation(
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                paths.child(path.getKey()).child(method)));
                    }
                }));
        return operations;
    }

    /** What is wrong with that value by the schema at that place, every unknown field included. */
    List<String> errors(Place schema, JsonNode value) {
        Schema compiled = registry.getSchema(SchemaLocation.of(IRI + "#" + schema.pointer()));
        return compiled.validate(value).stream().map(Object::toString).toList();
    }

    /** A place in the document, references followed. */
    final class Place {
        private final String pointer;

        private Place(String pointer) {
            this.pointer = pointer;
        }

        String pointer() {
            return pointer;
        }

        JsonNode node() {
            return root.at(pointer);
        }

        boolean has(String name) {
            return node().has(name);
        }

        String text(String name) {
            return node().path(name).asText();
        }

        Place child(String name) {
            Place child = new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
            JsonNode reference = child.node().get("$ref");
            return reference == null ? child : new Place(reference.asText().substring(1));
        }

        Place parent() {
            return new Place(pointer.substring(0, pointer.lastIndexOf('/')));
        }

        /** By their names or numbers. */
        List<Place> children() {
            JsonNode node = node();
            List<Place> children = new ArrayList<>();
            if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    children.add(child(Integer.toString(i)));
                }
            }
            node.fieldNames().forEachRemaining(name -> children.add(child(name)));
            return children;
        }

        /** The values under {@code example} and {@code examples}, by name; the former has the name {@code answer}. */
        Map<String, JsonNode> examples() {
            Map<String, JsonNode> examples = new LinkedHashMap<>();
            if (has("example")) {
                examples.put("answer", node().get("example"));
            }
            node().path("examples")
                    .properties()
                    .forEach(example ->
                            examples.put(example.getKey(), example.getValue().get("value")));
            return examples;
        }

        @Override
        public String toString() {
            return pointer;
        }
    }

    /** One method of one path. */
    record Operation(String method, String path, Place place) {
        Place responses() {
            return place.child("responses");
        }

        /** Those of the path and its own. */
        List<Place> parameters() {
            List<Place> parameters =
                    new ArrayList<>(place.parent().child("parameters").children());
            parameters.addAll(place.child("parameters").children());
            return parameters;
        }

        /** By name; empty if there is no body. */
        Map<String, JsonNode> requestExamples() {
            return requestBody().examples();
        }

        Place requestBody() {
            return place.child("requestBody").child("content").child("application/json");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
