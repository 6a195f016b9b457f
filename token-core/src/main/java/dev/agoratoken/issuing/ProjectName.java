package dev.agoratoken.issuing;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;

/** The name by which callers choose a project: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record ProjectName(String value) {
    /** The name of the project that is meant when none is named. */
    public static final ProjectName DEFAULT = new ProjectName("default");

    private static final int LONGEST = 64;

    public ProjectName {
        if (value == null
                || value.isEmpty()
                || value.length() > LONGEST
                || !value.chars().allMatch(ProjectName::isLegal)) {
            throw new InvalidValueException(
                    "project",
                    Received.quoted(value) + " is no project name",
                    "use 1 to 64 of a-z, A-Z, 0-9, '_', '-' and '.'");
        }
    }

    /**
     * Makes a project name.
     *
     * @throws InvalidValueException if it is empty, too long, or holds another character
     */
    public static ProjectName of(String value) {
        return new ProjectName(value);
    }

    private static boolean isLegal(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
    }

    @Override
    public String toString() {
        return value;
    }
}
