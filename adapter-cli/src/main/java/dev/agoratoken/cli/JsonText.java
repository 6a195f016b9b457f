package dev.agoratoken.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Documents as JSON. The only class that touches the JSON library, so that a plain token does not wait for it to load. */
final class JsonText {
    private JsonText() {}

    static String of(Object document, boolean indented) {
        JsonInclude.Value withoutNulls =
                JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL);
        JsonMapper mapper =
                JsonMapper.builder().defaultPropertyInclusion(withoutNulls).build();
        ObjectWriter writer = indented ? mapper.writerWithDefaultPrettyPrinter() : mapper.writer();
        try {
            return writer.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError("documents hold nothing but texts, numbers and lists of them", e);
        }
    }
}
