package dev.agoratoken.cli.terminal;

import java.util.List;
import java.util.function.Function;

/**
 * A command that the registry offers.
 *
 * @param name one word, or two for a command of a group; the group is an entry before it
 * @param factory creates the annotated object that picocli fills
 */
public record CommandEntry(String name, Function<CommandContext, Object> factory, List<String> aliases) {
    public CommandEntry {
        aliases = List.copyOf(aliases);
    }

    public CommandEntry(String name, Function<CommandContext, Object> factory, String... aliases) {
        this(name, factory, List.of(aliases));
    }

    /** Whether this is the command or group of that name, or within that group. */
    public boolean isOrIsWithin(String word) {
        return name.equals(word) || name.startsWith(word + " ");
    }
}
