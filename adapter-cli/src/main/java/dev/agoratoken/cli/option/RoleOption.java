package dev.agoratoken.cli.option;

import dev.agoratoken.token.DidYouMean;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.Role;
import java.util.List;
import picocli.CommandLine.Option;

/** The role in a channel. Whoever tries a token out mostly wants to be seen and heard, so that is the default. */
public final class RoleOption {
    private static final List<String> UNDERSTOOD =
            List.of("publisher", "subscriber", "host", "broadcaster", "audience", "attendee");

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            completionCandidates = CompletionCandidates.Roles.class,
            description = "publisher (default) or subscriber; host, broadcaster, audience and attendee are understood.",
            order = 10)
    private String role;

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
                    DidYouMean.of(role, UNDERSTOOD).orElse("use publisher or subscriber, or see --help"));
        }
    }
}
