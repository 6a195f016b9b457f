package dev.agoratoken.cli.option;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The role in a channel. The default is publisher, because most tokens from the command line are for trying out calls. */
public final class RoleOption {
    private static final List<String> LABELS =
            List.of("publisher", "subscriber", "host", "broadcaster", "audience", "attendee");

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            completionCandidates = CompletionCandidates.Roles.class,
            description = "publisher (default) or subscriber; also host, broadcaster, audience or attendee.",
            order = 10)
    private @Nullable String role;

    public boolean isPresent() {
        return role != null;
    }

    public Role role() {
        try {
            return role == null ? Role.PUBLISHER : Role.fromLabel(role);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    "role",
                    e.problem(),
                    DidYouMean.of(role, LABELS).orElse("use publisher or subscriber (see --help)"));
        }
    }
}
