package dev.agoratoken.cli.terminal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes documents as JSON. Loaded only for JSON output, so that a plain token is printed sooner. */
public final class JsonWriter {
    private static final ObjectWriter LINE = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build()
            .writer();

    private JsonWriter() {}

    public static String of(Object document, boolean indented) {
        try {
            return (indented ? LINE.withDefaultPrettyPrinter() : LINE).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError("documents hold only strings, numbers and lists of them", e);
        }
    }
}
