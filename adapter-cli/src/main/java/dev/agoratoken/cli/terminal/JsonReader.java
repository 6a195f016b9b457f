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

/** Reads JSON, strictly, to maps and lists: no key twice, nothing behind the end, no deeper than any document is. */
public final class JsonReader {
    private static final int MAX_DEPTH = 16;

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
     * Reads one value.
     *
     * @throws InvalidValueException if the text is no JSON
     */
    public static Object read(byte[] text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    /**
     * Reads one value.
     *
     * @throws InvalidValueException if the text is no JSON
     */
    public static Object read(String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static InvalidValueException unreadable(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return new InvalidValueException(
                "request",
                "it is no JSON" + where + " (" + said(e) + ")",
                "write {\"services\":[{\"type\":\"rtc\",...}]}");
    }

    /** The library's words in one line, without its repetition of the place and the names of its settings. */
    private static String said(JsonProcessingException e) {
        return e.getOriginalMessage()
                .replaceAll("\\R", " ")
                .replaceFirst(" \\(start marker at .*", "")
                .replaceAll(", from `[^`]*`", "");
    }
}
