package dev.agoratoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a server answered, as it came over the wire. */
public record Answer(int status, Map<String, String> headers, String body) {
    static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        assertThat(end).as("the end of the head in: " + text).isPositive();
        List<String> lines = new ArrayList<>(text.substring(0, end).lines().toList());
        int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        lines.forEach(line -> headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)));
        return new Answer(status, headers, text.substring(end + 4));
    }

    public String header(String name) {
        return headers.get(name);
    }

    /** The type without its parameters. */
    public String contentType() {
        String type = headers.get("Content-Type");
        return type == null ? null : type.replaceFirst(" *;.*", "").toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> json() {
        return (Map<String, Object>) JsonCodec.parse(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
