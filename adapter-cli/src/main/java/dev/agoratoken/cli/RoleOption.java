package dev.agoratoken.cli;

import dev.agoratoken.token.Role;
import picocli.CommandLine.Option;

/** The role in a channel. Whoever tries a token out mostly wants to be seen and heard, so that is the default. */
final class RoleOption {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            completionCandidates = Candidates.Roles.class,
            description = "publisher (default) or subscriber; host, broadcaster, audience and attendee are understood.",
            order = 10)
    private String role;

    boolean isGiven() {
        return role != null;
    }

    Role role() {
        return role == null ? Role.PUBLISHER : Role.named(role);
    }
}
