package dev.agoratoken.http.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The variable segments of a path, percent-decoded; any of them may be empty. Empty segments have a meaning on the
 * compatible routes, but do not match the patterns of the router.
 */
public final class PathVariables {
    private final List<String> values;

    private PathVariables(List<String> values) {
        this.values = List.copyOf(values);
    }

    /**
     * Returns the segments of the path at the positions of the template's variables.
     *
     * @param template the segments of a template such as {@code /rtm/{rtmuid}}
     * @param path as received, with or without a trailing slash
     * @return empty if the path does not match the template
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

    /** Splits the path; a trailing slash adds no segment. */
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

    /** A plus sign stands for itself in a path, unlike in a query. */
    private static String decoded(String segment) {
        return segment.indexOf('%') < 0
                ? segment
                : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Returns the value of the variable with this index, from 0. */
    public String get(int index) {
        return values.get(index);
    }
}
