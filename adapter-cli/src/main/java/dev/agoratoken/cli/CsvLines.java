package dev.agoratoken.cli;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Received;
import dev.agoratoken.token.ServiceType;
import dev.agoratoken.token.Suggestion;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.token.UserId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line is a row of CSV that asks for one service; the answer is the same row with {@code token} and {@code error} behind
 * it. An empty cell says nothing, and a row without a type is for RTC.
 *
 * @param columns the names in the first row
 */
record CsvLines(List<String> columns) implements LineFormat {
    private static final List<String> OF_REQUEST = List.of("project", "format", "expire", "wildcards");
    private static final List<String> OF_SERVICE =
            List.of("type", "channel", "uid", "account", "anyUser", "role", "userId", "app", "roomUuid", "userUuid");
    private static final int MOST_DIGITS = 18;

    CsvLines {
        columns = List.copyOf(columns);
    }

    /**
     * Rows below that header.
     *
     * @throws InvalidValueException if a column is unknown or stands twice: a typo would silently ask for something else
     */
    static CsvLines below(Line header) {
        List<String> columns = CsvText.read(withoutMark(header.text()));
        List<String> known = new ArrayList<>(OF_SERVICE);
        known.addAll(OF_REQUEST);
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new InvalidValueException(
                        "header", Received.quoted(column) + " is no column", Suggestion.among(column, known));
            }
            if (!seen.add(column)) {
                throw new InvalidValueException(
                        "header", Received.quoted(column) + " stands twice", "keep one of the two");
            }
        }
        return new CsvLines(columns);
    }

    /** Spreadsheets begin a file with the mark of UTF-8. */
    private static byte[] withoutMark(byte[] text) {
        boolean marked = text.length > 2 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        return marked ? java.util.Arrays.copyOfRange(text, 3, text.length) : text;
    }

    @Override
    public byte[] header() {
        return row(columns, "token", "error");
    }

    @Override
    public Object request(Line line) {
        List<String> cells = CsvText.read(line.text());
        if (cells.size() != columns.size()) {
            throw new InvalidValueException(
                    "line",
                    "it has " + cells.size() + " cells",
                    "write " + columns.size() + ", one below each column of the header");
        }
        Map<String, Object> request = new LinkedHashMap<>();
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("type", ServiceType.RTC.label());
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                put(columns.get(i), cells.get(i), request, service);
            }
        }
        request.put("services", List.of(service));
        return request;
    }

    private static void put(String column, String cell, Map<String, Object> request, Map<String, Object> service) {
        switch (column) {
            case "expire" -> request.put("expiresIn", seconds(cell));
            case "wildcards" -> request.put(column, flag(cell));
            case "project", "format" -> request.put(column, cell);
            case "uid" -> service.put(column, number(cell));
            case "anyUser", "app" -> service.put(column, flag(cell));
            // A role in a room of Flexible Classroom is a number, and one in a channel is not.
            case "role" -> service.put(column, number(cell));
            default -> service.put(column, cell);
        }
    }

    private static Object seconds(String cell) {
        try {
            return Lifetime.parse(cell).seconds();
        } catch (InvalidValueException e) {
            return number(cell);
        }
    }

    private static Object number(String cell) {
        return UserId.isDecimal(cell) && cell.length() <= MOST_DIGITS ? (Object) Long.parseLong(cell) : cell;
    }

    private static Object flag(String cell) {
        return cell.equals("true") || cell.equals("false") ? (Object) Boolean.valueOf(cell) : cell;
    }

    @Override
    public void writeToken(Line line, IssuedToken token, ByteArrayOutputStream out) {
        out.writeBytes(row(CsvText.read(line.text()), token.text(), ""));
    }

    @Override
    public void writeError(Line line, TokenException error, ByteArrayOutputStream out) {
        String message = error.getMessage().replace("services[0].", "").replace("expiresIn: ", "expire: ");
        out.writeBytes(row(cells(line), "", "line " + line.number() + ": " + Secrets.redacted(message)));
    }

    /** The cells of a row with whatever is wrong with it: as many as the header has. */
    private List<String> cells(Line line) {
        List<String> cells = new ArrayList<>();
        try {
            cells.addAll(CsvText.read(line.text()));
        } catch (InvalidValueException e) {
            // Whoever reads the answer learns about it from the error.
            cells.clear();
        }
        while (cells.size() < columns.size()) {
            cells.add("");
        }
        return cells.subList(0, columns.size());
    }

    private static byte[] row(List<String> cells, String token, String error) {
        List<String> row = new ArrayList<>(cells);
        row.add(token);
        row.add(error);
        return CsvText.write(row);
    }
}
