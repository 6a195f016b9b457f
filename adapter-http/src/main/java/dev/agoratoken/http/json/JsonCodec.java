package dev.agoratoken.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON, written and read; the only class that touches its library. */
public final class JsonCodec {
    /** Some editors begin a file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonCodec() {}

    public static byte[] toBytes(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError("documents hold nothing but texts, numbers and lists of them", e);
        }
    }

    /** The same as text, in one line. */
    public static String toText(Object document) {
        return new String(toBytes(document), StandardCharsets.UTF_8);
    }

    /**
     * The value in that text as maps, lists, texts, numbers, booleans and nulls.
     *
     * @throws MalformedJsonException if it is no JSON in UTF-8, or two readers could read it differently: a key twice, or anything
     *     behind the value
     */
    public static Object parse(byte[] body) {
        try {
            return isAscii(body) ? MAPPER.readValue(body, Object.class) : MAPPER.readValue(decoded(body), Object.class);
        } catch (JsonProcessingException e) {
            // The library's words would repeat what was sent.
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new MalformedJsonException(place);
        } catch (IOException e) {
            throw new MalformedJsonException("");
        }
    }

    /** Whether it is ASCII. Of anything else the library guesses the encoding, and takes texts for UTF-8 that are not. */
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
