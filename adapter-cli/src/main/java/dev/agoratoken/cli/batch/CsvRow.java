package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.WildcardPolicy;
import dev.agoratoken.text.WholeNumber;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.ServiceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps a row of CSV to a request. Rejects in terms of columns what the reader of requests rejects in terms of JSON. */
final class CsvRow {
    static final List<String> REQUEST_COLUMNS = List.of("project", "format", "expire", "wildcards");
    static final List<String> SERVICE_COLUMNS =
            List.of("type", "channel", "uid", "account", "anyUser", "role", "userId", "app", "roomUuid", "userUuid");

    private static final int MAX_DIGITS = 5;

    private final Map<String, String> cells;
    private final WildcardPolicy defaultWildcards;

    /**
     * Creates a row.
     *
     * @param cells by column, in the order of the columns, without empty cells
     * @param defaultWildcards applies if the row has no value for {@code wildcards}
     */
    CsvRow(Map<String, String> cells, WildcardPolicy defaultWildcards) {
        this.cells = cells;
        this.defaultWildcards = defaultWildcards;
    }

    /**
     * Returns the request as in POST /v1/tokens.
     *
     * @throws InvalidValueException if a cell is not valid for its column
     */
    Object request() {
        requireChatUser();
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("type", ServiceType.RTC.label());
        Map<String, Object> request = new LinkedHashMap<>();
        cells.forEach((column, cell) -> {
            Map<String, Object> owner = REQUEST_COLUMNS.contains(column) ? request : service;
            owner.put(column.equals("expire") ? "expiresIn" : column, value(column, cell));
        });
        request.put("services", List.of(service));
        return request;
    }

    private Object value(String column, String cell) {
        return switch (column) {
            case "expire" -> ArgumentParsers.lifetime(column, cell).seconds();
            case "uid" -> uid(cell).number();
            case "anyUser", "app", "wildcards" -> ArgumentParsers.flag(column, cell);
            case "channel", "account" -> name(column, cell);
            case "role" -> role(cell);
            default -> cell;
        };
    }

    private static UserId uid(String cell) {
        if (ArgumentParsers.isZero(cell)) {
            throw new InvalidValueException(
                    "uid", "0 stands for any user", "use 1 to 4294967295, or true in the column anyUser");
        }
        return ArgumentParsers.uid(cell, "use a whole number from 1 to 4294967295, or the column account for a string");
    }

    private String name(String column, String cell) {
        if (cell.indexOf('*') >= 0 && !allowsWildcards()) {
            throw new InvalidValueException(
                    column, WildcardPolicy.containsWildcard(cell), "remove it, or use true in the column wildcards");
        }
        return cell;
    }

    private boolean allowsWildcards() {
        return cells.containsKey("wildcards")
                ? cells.get("wildcards").equals("true")
                : defaultWildcards == WildcardPolicy.ALLOWED;
    }

    /** A room role of Flexible Classroom is a number; a channel role is not. */
    private Object role(String cell) {
        boolean number = is(ServiceType.APAAS) && WholeNumber.isDigits(cell) && cell.length() <= MAX_DIGITS;
        return number ? (Object) Integer.valueOf(cell) : cell;
    }

    private void requireChatUser() {
        if (is(ServiceType.CHAT) && !cells.containsKey("userId") && !"true".equals(cells.get("app"))) {
            throw new InvalidValueException("userId", "missing", "name the Chat user, or use true in the column app");
        }
    }

    private boolean is(ServiceType type) {
        return type.label().equals(cells.get("type"));
    }
}
