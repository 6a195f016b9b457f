package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.error.SecretGuard;
import dev.agoratoken.cli.option.WildcardPolicy;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.DidYouMean;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.wire.FieldError;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line is a row of CSV that asks for one service; the answer is the same row with {@code token} and {@code error} behind
 * it. An empty cell says nothing, and a row without a type is for RTC.
 *
 * @param columns the names in the first row
 * @param wildcardPolicy whether they are allowed where a row does not say it
 */
public record CsvLineFormat(List<String> columns, WildcardPolicy wildcardPolicy) implements LineFormat {
    private static final String SERVICE = "services[0].";

    public CsvLineFormat {
        columns = List.copyOf(columns);
    }

    /**
     * Rows below that header, with or without wildcards where a row does not say it.
     *
     * @throws InvalidValueException if a column is unknown or stands twice: a typo would silently ask for something else
     */
    public static CsvLineFormat forHeader(Line header, WildcardPolicy wildcardPolicy) {
        List<String> columns = names(header);
        List<String> known = new ArrayList<>(CsvRow.OF_SERVICE);
        known.addAll(CsvRow.OF_REQUEST);
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new InvalidValueException(
                        "header", Printable.quote(column) + " is no column", DidYouMean.among(column, known));
            }
            if (!seen.add(column)) {
                throw new InvalidValueException(
                        "header", Printable.quote(column) + " stands twice", "keep one of the two");
            }
        }
        return new CsvLineFormat(columns, wildcardPolicy);
    }

    private static List<String> names(Line header) {
        try {
            String text = header.text();
            if (text.indexOf('\0') >= 0) {
                throw new InvalidValueException("header", "it has NUL bytes, as UTF-16 has", "save the file as UTF-8");
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
                    "it has " + cells.size() + " cells",
                    "write " + columns.size() + ", one below each column of the header");
        }
        Map<String, String> filled = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                filled.put(columns.get(i), cells.get(i));
            }
        }
        return new CsvRow(filled, wildcardPolicy).request();
    }

    @Override
    public void writeToken(Line line, IssuedToken token, ByteArrayOutputStream out) {
        out.writeBytes(row(CsvCodec.read(line.text()), token.text(), ""));
    }

    @Override
    public void writeError(Line line, TokenException error, ByteArrayOutputStream out) {
        String message = "line " + line.number() + ": " + SecretGuard.redact(message(error));
        out.writeBytes(row(cells(line), "", message));
    }

    private static String message(TokenException error) {
        List<FieldError> errors = FieldError.of(error);
        return errors.isEmpty()
                ? error.getMessage()
                : errors.stream()
                        .map(each -> column(each.field()) + ": " + each.message())
                        .collect(Collectors.joining(" | "));
    }

    /** The column that a field of the request comes from. */
    private static String column(String field) {
        String name = field.startsWith(SERVICE) ? field.substring(SERVICE.length()) : field;
        return name.equals("expiresIn") ? "expire" : name;
    }

    /** The cells of a bad row, as many as the header has: where they do not fit, the first holds the row as it was. */
    private List<String> cells(Line line) {
        List<String> cells = new ArrayList<>(readable(line));
        while (cells.size() < columns.size()) {
            cells.add("");
        }
        return cells;
    }

    private List<String> readable(Line line) {
        if (!line.isThere()) {
            return List.of();
        }
        try {
            List<String> cells = CsvCodec.read(line.legibleText());
            if (cells.size() <= columns.size()) {
                return cells;
            }
        } catch (InvalidValueException e) {
            // Whoever reads the answer learns about it from the error.
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
