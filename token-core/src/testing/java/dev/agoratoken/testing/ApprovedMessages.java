package dev.agoratoken.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The catalogue of messages that a module's tests have approved: {@code src/test/approved/messages.txt}, one line for each
 * test case, {@code TestClass | case | message}. Tests pin codes and fields themselves; only the wording is here.
 *
 * <p>{@code mvn test -Dapprove} rewrites the catalogue with the messages that the tests see. Review the difference.
 */
public final class ApprovedMessages {
    private static final boolean APPROVE = System.getProperty("approve") != null;
    private static final Path FILE = Path.of(System.getProperty("basedir", ""), "src/test/approved/messages.txt");
    private static final String SEPARATOR = " | ";
    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private static final Set<String> REWRITTEN_CLASSES = new HashSet<>();
    private static Map<String, String> approved;

    private ApprovedMessages() {}

    /**
     * Compares a message with the approved one.
     *
     * @param testCase identifies the case within the calling test class
     * @param message what the program said; line breaks are shown as {@code \n}
     * @throws AssertionError if the catalogue has another message, or none, for this case
     */
    public static synchronized void verify(String testCase, String message) {
        String testClass = STACK.getCallerClass().getSimpleName();
        String key = testClass + SEPARATOR + oneLine(testCase).replace(SEPARATOR, " / ");
        if (approved == null) {
            approved = read();
        }
        if (APPROVE) {
            if (REWRITTEN_CLASSES.add(testClass)) {
                approved.keySet().removeIf(known -> known.startsWith(testClass + SEPARATOR));
            }
            approved.put(key, oneLine(message));
            write();
            return;
        }
        String expected = approved.get(key);
        if (!oneLine(message).equals(expected)) {
            throw new AssertionError("message of " + key + "\n  approved: "
                    + (expected == null ? "(nothing)" : expected) + "\n  received: " + oneLine(message)
                    + "\nrun mvn test -Dapprove, and review the change of " + FILE);
        }
    }

    private static String oneLine(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static Map<String, String> read() {
        try {
            return Files.notExists(FILE)
                    ? new TreeMap<>()
                    : Files.readAllLines(FILE).stream()
                            .map(line -> line.split(" \\| ", 3))
                            .collect(Collectors.toMap(
                                    parts -> parts[0] + SEPARATOR + parts[1],
                                    parts -> parts[2],
                                    (first, second) -> second,
                                    TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(
                    FILE,
                    approved.entrySet().stream()
                            .map(entry -> entry.getKey() + SEPARATOR + entry.getValue())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
