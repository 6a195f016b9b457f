package dev.agoratoken.cli.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Strict JSON reader for maps and lists: no duplicate keys, no text after the value, limited depth. */
public final class JsonReader {
    /** The limit of the HTTP API. */
    public static final int MAX_REQUEST_BYTES = 16 * 1024;

    /** The limit of the HTTP API. */
    static final int MAX_DEPTH = 32;

    private static final String REQUEST = "request";
    private static final String REQUEST_REMEDY = "use {\"services\":[{\"type\":\"rtc\",...}]}";

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

    private JsonReader() {}

    /**
     * Reads a token request.
     *
     * @throws InvalidValueException if the text is not JSON
     */
    public static @Nullable Object readRequest(byte[] text) {
        return read(REQUEST, text, REQUEST_REMEDY);
    }

    /**
     * Reads a token request.
     *
     * @throws InvalidValueException if the text is not JSON
     */
    public static @Nullable Object readRequest(String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw invalid(REQUEST, e, REQUEST_REMEDY);
        }
    }

    /**
     * Reads one value.
     *
     * @param field what the text is, for the message
     * @throws InvalidValueException if the text is not JSON
     */
    public static @Nullable Object read(String field, byte[] text, String remedy) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw invalid(field, e, remedy);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are always readable", e);
        }
    }

    private static InvalidValueException invalid(String field, JsonProcessingException e, String remedy) {
        JsonLocation location = e.getLocation();
        String where =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new InvalidValueException(field, "invalid JSON" + where + " (" + reason(e) + ")", remedy);
    }

    /** The library's message in one line, without the location and the names of classes and settings. */
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage()
                .replaceAll("\\R", " ")
                .replaceFirst(" \\(start marker at .*", "")
                .replaceAll(", from `[^`]*`| \\(bound as `[^`]*`\\)", "")
                .replaceAll(": (?:not allowed as per|enable) `[^`]*`(?: to allow)?", "");
    }
}
