package dev.agoratoken.http.jetty;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Reads the header {@code Forwarded} (RFC 7239). Jetty's parser of such lists does not report where an element ends if
 * that has parameters only.
 */
final class ForwardedHeader {
    private static final String UNKNOWN = "unknown";

    /** A parameter, quoted or not, and what ends it. Possessive, so that it takes linear time. */
    private static final Pattern PARAMETER = Pattern.compile("\\G[ \\t]*+"
            + "(?:([^\\s\",;=]++)[ \\t]*+=[ \\t]*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s\",;]++)))?+"
            + "[ \\t]*+([,;]|\\z)");

    private ForwardedHeader() {}

    /** The {@code for} of each proxy, in the order of the header; {@code unknown} where there is none. */
    static List<String> clients(HttpFields headers) {
        return headers.getValuesList(HttpHeader.FORWARDED).stream()
                .flatMap(line -> clients(line).stream())
                .toList();
    }

    private static List<String> clients(String line) {
        List<String> clients = new ArrayList<>();
        String client = UNKNOWN;
        Matcher parameter = PARAMETER.matcher(line);
        while (parameter.find()) {
            if ("for".equalsIgnoreCase(parameter.group(1))) {
                client = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            }
            if (parameter.group(4).equals(",")) {
                clients.add(client);
                client = UNKNOWN;
            }
            if (parameter.group(4).isEmpty()) {
                clients.add(client);
                return clients;
            }
        }
        return List.of(UNKNOWN); // malformed
    }
}
