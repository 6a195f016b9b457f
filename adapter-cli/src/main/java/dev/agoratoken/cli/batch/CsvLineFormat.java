package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.error.ErrorReporter;
import dev.agoratoken.cli.error.SecretGuard;
import dev.agoratoken.cli.option.WildcardPolicy;
import dev.agoratoken.document.FieldError;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CSV: each row requests a token for one service, and the output is the same row with the columns {@code token} and
 * {@code error}. An empty cell is an absent value. A row without a type is for RTC.
 */
public final class CsvLineFormat implements LineFormat {
    private static final String SERVICE = "services[0].";

    private final List<String> columns;
    private final WildcardPolicy wildcardPolicy;

    private CsvLineFormat(List<String> columns, WildcardPolicy wildcardPolicy) {
        this.columns = List.copyOf(columns);
        this.wildcardPolicy = wildcardPolicy;
    }

    /**
     * Creates the format for rows below this header. The policy applies to rows without a value for {@code wildcards}.
     *
     * @throws InvalidValueException if a column is unknown or repeated: a typo would silently change the request
     */
    public static CsvLineFormat forHeader(Line header, WildcardPolicy wildcardPolicy) {
        List<String> columns = names(header);
        List<String> known = new ArrayList<>(CsvRow.SERVICE_COLUMNS);
        known.addAll(CsvRow.REQUEST_COLUMNS);
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new InvalidValueException(
                        "header", "unknown column " + Printable.quote(column), DidYouMean.among(column, known));
            }
            if (!seen.add(column)) {
                throw new InvalidValueException(
                        "header", "column " + Printable.quote(column) + " appears twice", "remove one of the two");
            }
        }
        return new CsvLineFormat(columns, wildcardPolicy);
    }

    private static List<String> names(Line header) {
        try {
            String text = header.text();
            if (text.indexOf('\0') >= 0) {
                throw new InvalidValueException(
                        "header", "contains NUL bytes, as UTF-16 does", "save the file as UTF-8");
            }
            return CsvCodec.read(text);
        } catch (InvalidValueException e) {
            throw e.withField("header");
        }
    }

    @Override
    public byte[] header() {
        return row(columns, "token", "error");
    }

    @Override
    public Object request(Line line) {
        List<String> cells = CsvCodec.read(line.text());
        if (cells.size() != columns.size()) {
            throw new InvalidValueException(
                    "line",
                    "the number of cells is " + cells.size(),
                    "use " + columns.size() + ", one for each column of the header");
        }
        Map<String, String> cellsByColumn = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                cellsByColumn.put(columns.get(i), cells.get(i));
            }
        }
        return new CsvRow(cellsByColumn, wildcardPolicy).request();
    }

    @Override
    public void writeToken(Line line, IssuedToken token, ByteArrayOutputStream out) {
        out.writeBytes(row(CsvCodec.read(line.text()), token.text(), ""));
    }

    @Override
    public void writeError(Line line, TokenException error, ByteArrayOutputStream out) {
        String message = "line " + line.number() + ": " + SecretGuard.redact(message(error));
        out.writeBytes(row(cellsForError(line), "", message));
    }

    private static String message(TokenException error) {
        List<FieldError> errors = FieldError.of(error);
        return errors.isEmpty()
                ? ErrorReporter.localMessage(error)
                : errors.stream()
                        .map(fieldError -> column(fieldError.field()) + ": " + fieldError.message())
                        .collect(Collectors.joining(" | "));
    }

    /** The column of a field of the request. */
    private static String column(String field) {
        String name = field.startsWith(SERVICE) ? field.substring(SERVICE.length()) : field;
        return name.equals("expiresIn") ? "expire" : name;
    }

    /** The cells of an invalid row, one for each column. If they do not fit, the first holds the complete row. */
    private List<String> cellsForError(Line line) {
        List<String> cells = new ArrayList<>(readableCells(line));
        while (cells.size() < columns.size()) {
            cells.add("");
        }
        return cells;
    }

    private List<String> readableCells(Line line) {
        if (!line.hasText()) {
            return List.of();
        }
        try {
            List<String> cells = CsvCodec.read(line.legibleText());
            if (cells.size() <= columns.size()) {
                return cells;
            }
        } catch (InvalidValueException e) {
            // The column error has the reason.
        }
        return List.of(line.legibleText());
    }

    private static byte[] row(List<String> cells, String token, String error) {
        List<String> row = new ArrayList<>(cells);
        row.add(token);
        row.add(error);
        return CsvCodec.write(row);
    }
}
