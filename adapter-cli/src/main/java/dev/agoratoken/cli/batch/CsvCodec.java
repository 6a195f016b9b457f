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

/** Reads and writes rows of CSV. */
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
     * Reads the cells of a row.
     *
     * @throws InvalidValueException if the row is not valid CSV
     */
    static List<String> read(String row) {
        try {
            return READER.readValue(row);
        } catch (MismatchedInputException e) {
            throw new InvalidValueException("line", "carriage return outside quotes", "end each row with LF or CRLF");
        } catch (JsonProcessingException e) {
            throw new InvalidValueException(
                    "line", "invalid CSV", "close every quote in the line, and write \"\" for a quote within quotes");
        }
    }

    /** Writes a row with its line break. */
    static byte[] write(List<String> cells) {
        try {
            return WRITER.writeValueAsBytes(cells);
        } catch (JsonProcessingException e) {
            throw new AssertionError("cells are strings", e);
        }
    }
}
