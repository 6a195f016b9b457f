package dev.agoratoken.http.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The variable segments of a path, percent-decoded; any of them may be empty. To the old servers an empty segment means
 * something, which the patterns of the router cannot say.
 */
public final class PathVariables {
    private final List<String> values;

    private PathVariables(List<String> values) {
        this.values = List.copyOf(values);
    }

    /**
     * The segments of that path at the places of the template's variables.
     *
     * @param template the parts of one such as {@code /rtm/{rtmuid}}
     * @param path as it was received, with or without a slash at its end
     * @return empty if the path does not follow the template
     */
    public static Optional<PathVariables> of(List<String> template, String path) {
        List<String> segments = segments(path);
        if (segments.size() != template.size()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < template.size(); i++) {
            if (template.get(i).startsWith("{")) {
                values.add(decoded(segments.get(i)));
            } else if (!template.get(i).equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new PathVariables(values));
    }

    /** Without the last one, if that is only what follows a slash at the end. */
    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            segments.add(path.substring(start, slash));
            start = slash + 1;
        }
        if (start < path.length()) {
            segments.add(path.substring(start));
        }
        return segments;
    }

    /** A plus sign is itself in a path, other than in a query. */
    private static String decoded(String segment) {
        return segment.indexOf('%') < 0
                ? segment
                : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The segment at that variable of the template, counted from 0. */
    public String get(int index) {
        return values.get(index);
    }
}
