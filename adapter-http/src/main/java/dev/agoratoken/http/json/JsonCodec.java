package dev.agoratoken.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON; the only class that uses the JSON library. */
public final class JsonCodec {
    /** Some editors put it at the start of a file. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Levels of nesting, for reading and writing. */
    private static final int MAX_DEPTH = 32;

    private static final int MAX_NUMBER_LENGTH = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // The default keeps buffers for each thread, and a virtual thread lives for one request.
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .build())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonCodec() {}

    /** Returns the document in UTF-8, without null fields. */
    public static byte[] toBytes(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError("documents contain only strings, numbers, booleans, lists and maps", e);
        }
    }

    /** Returns the document as one line of text. */
    public static String toText(Object document) {
        return new String(toBytes(document), StandardCharsets.UTF_8);
    }

    /**
     * Parses one value: maps, lists, strings, numbers and booleans; null for a JSON null.
     *
     * @throws MalformedJsonException if the body is not JSON in UTF-8, is nested too deeply, has a key twice, or has
     *     anything after the value
     */
    public static @Nullable Object parse(byte[] body) {
        try {
            return isAscii(body) ? MAPPER.readValue(body, Object.class) : MAPPER.readValue(decoded(body), Object.class);
        } catch (JsonProcessingException e) {
            // The library's message would repeat the body.
            String position = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new MalformedJsonException(position);
        } catch (IOException e) {
            throw new MalformedJsonException("");
        }
    }

    /** Other bodies are decoded here, because the library guesses the encoding and accepts invalid UTF-8. */
    private static boolean isAscii(byte[] body) {
        for (byte b : body) {
            if (b <= 0) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(byte[] body) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
