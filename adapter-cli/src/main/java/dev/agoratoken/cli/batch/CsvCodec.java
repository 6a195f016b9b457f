package dev.agoratoken.cli.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;

/** Rows of CSV. */
final class CsvCodec {
    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectReader READER =
            MAPPER.readerForListOf(String.class).with(CsvSchema.emptySchema());
    private static final ObjectWriter WRITER = MAPPER.writer(CsvSchema.emptySchema());

    private CsvCodec() {}

    /**
     * The cells of a row.
     *
     * @throws InvalidValueException if they cannot be told apart
     */
    static List<String> read(String row) {
        try {
            return READER.readValue(row);
        } catch (MismatchedInputException e) {
            throw new InvalidValueException(
                    "line", "it has a carriage return outside quotes", "end each row with LF or CRLF");
        } catch (JsonProcessingException e) {
            throw new InvalidValueException(
                    "line", "it is no CSV", "close every quote in the line, and write \"\" for one within quotes");
        }
    }

    /** A row with its line break. */
    static byte[] write(List<String> cells) {
        try {
            return WRITER.writeValueAsBytes(cells);
        } catch (JsonProcessingException e) {
            throw new AssertionError("cells are texts", e);
        }
    }
}
