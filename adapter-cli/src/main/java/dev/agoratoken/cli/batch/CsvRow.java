package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.WildcardPolicy;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.WholeNumber;
import dev.agoratoken.token.service.ServiceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a row of CSV asks for. It refuses itself what the reader of documents would refuse in terms of JSON.
 *
 * @param cells those that are not empty, by their columns
 * @param defaultWildcards whether wildcards are allowed where the row says nothing about it
 */
record CsvRow(Map<String, String> cells, WildcardPolicy defaultWildcards) {
    static final List<String> OF_REQUEST = List.of("project", "format", "expire", "wildcards");
    static final List<String> OF_SERVICE =
            List.of("type", "channel", "uid", "account", "anyUser", "role", "userId", "app", "roomUuid", "userUuid");

    private static final int MAX_DIGITS = 5;

    /**
     * The request, as the HTTP API takes it.
     *
     * @throws InvalidValueException if a cell is not what its column needs
     */
    Object request() {
        requireChatUser();
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("type", ServiceType.RTC.label());
        Map<String, Object> request = new LinkedHashMap<>();
        cells.forEach((column, cell) -> {
            Map<String, Object> owner = OF_REQUEST.contains(column) ? request : service;
            owner.put(column.equals("expire") ? "expiresIn" : column, value(column, cell));
        });
        request.put("services", List.of(service));
        return request;
    }

    private Object value(String column, String cell) {
        return switch (column) {
            case "expire" -> ArgumentParsers.lifetime(column, cell).seconds();
            case "uid" -> uid(cell).number();
            case "anyUser", "app", "wildcards" -> flag(column, cell);
            case "channel", "account" -> name(column, cell);
            case "role" -> role(cell);
            default -> cell;
        };
    }

    private static UserId uid(String cell) {
        if (ArgumentParsers.isZero(cell)) {
            throw new InvalidValueException(
                    "uid", "0 stands for any user", "give 1 to 4294967295, or write true in the column anyUser");
        }
        return ArgumentParsers.uid(
                cell, "give a whole number from 1 to 4294967295, or use the column account for a text");
    }

    private static boolean flag(String column, String cell) {
        if (!cell.equals("true") && !cell.equals("false")) {
            throw new InvalidValueException(
                    column, Printable.quote(cell) + " is neither true nor false", "write true, or leave it empty");
        }
        return cell.equals("true");
    }

    private String name(String column, String cell) {
        if (cell.indexOf('*') >= 0 && !allowsWildcards()) {
            throw new InvalidValueException(
                    column,
                    Printable.quote(cell) + " holds '*', which stands for any text",
                    "leave it out, or write true in the column wildcards");
        }
        return cell;
    }

    private boolean allowsWildcards() {
        return cells.containsKey("wildcards")
                ? cells.get("wildcards").equals("true")
                : defaultWildcards == WildcardPolicy.ALLOWED;
    }

    /** A role in a room of Flexible Classroom is a number, and one in a channel is not. */
    private Object role(String cell) {
        boolean number = is(ServiceType.APAAS) && WholeNumber.isDigits(cell) && cell.length() <= MAX_DIGITS;
        return number ? (Object) Integer.valueOf(cell) : cell;
    }

    private void requireChatUser() {
        if (is(ServiceType.CHAT) && !cells.containsKey("userId") && !"true".equals(cells.get("app"))) {
            throw new InvalidValueException(
                    "userId", "it is missing", "name the Chat user, or write true in the column app");
        }
    }

    private boolean is(ServiceType type) {
        return type.label().equals(cells.get("type"));
    }
}
