package dev.agoratoken.http.error;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the route that a client probably meant by a path that no route has. */
public final class NearestRoute {
    /** Costs of differences between a path and a pattern. */
    private static final int EXTRA_OR_MISSING = 2;

    private static final int MISTYPED = 6;
    private static final int MISSING_LITERAL = 10;
    private static final int UNLIKE = 20;

    /** Paths with more segments are not compared. */
    private static final int MAX_SEGMENTS = 16;

    private final List<String> patterns;

    /**
     * Creates the list of routes.
     *
     * @param patterns such as {@code /rtm/{rtmuid}}
     */
    public NearestRoute(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** Returns a message for an unknown path, which names the nearest route if there is one. */
    public String describe(String path) {
        String unknown = "path: " + Printable.quote(path) + " does not exist; ";
        return find(path)
                .map(pattern -> unknown + "the nearest route is " + pattern + ", and /reference lists all")
                .orElse(unknown + "/reference lists all routes");
    }

    /** Returns the pattern of the nearest route; empty if none is near. */
    Optional<String> find(String path) {
        List<String> segments = segments(path);
        if (segments.size() > MAX_SEGMENTS) {
            return Optional.empty();
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String pattern : patterns) {
            List<String> expected = segments(pattern);
            int cost = cost(segments, expected);
            if (cost < least && cost < withoutAnyLiteral(expected)) {
                least = cost;
                nearest = pattern;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The cost of a path that has none of the literals of a pattern, which is not near. */
    private static int withoutAnyLiteral(List<String> pattern) {
        return (int) pattern.stream().filter(segment -> !isVariable(segment)).count() * MISSING_LITERAL;
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/")));
        segments.removeIf(String::isEmpty);
        return segments;
    }

    /** The edit distance between the segments of a path and those of a pattern. */
    private static int cost(List<String> path, List<String> pattern) {
        int[] row = new int[pattern.size() + 1];
        for (int j = 1; j < row.length; j++) {
            row[j] = row[j - 1] + missing(pattern.get(j - 1));
        }
        for (String segment : path) {
            int[] last = row;
            row = new int[last.length];
            row[0] = last[0] + EXTRA_OR_MISSING;
            for (int j = 1; j < row.length; j++) {
                String expected = pattern.get(j - 1);
                int replaced = last[j - 1] + difference(segment, expected);
                row[j] = Math.min(replaced, Math.min(last[j] + EXTRA_OR_MISSING, row[j - 1] + missing(expected)));
            }
        }
        return row[pattern.size()];
    }

    private static int missing(String expected) {
        return isVariable(expected) ? EXTRA_OR_MISSING : MISSING_LITERAL;
    }

    private static int difference(String segment, String expected) {
        if (isVariable(expected) || segment.equals(expected)) {
            return 0;
        }
        return DidYouMean.of(segment, List.of(expected)).isPresent() ? MISTYPED : UNLIKE;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
