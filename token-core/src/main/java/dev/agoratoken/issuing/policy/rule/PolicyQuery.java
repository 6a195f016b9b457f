package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The question to a rule: may a caller with these claims have this service, for this project, in this format, for this
 * lifetime?
 */
public record PolicyQuery(
        Claims claims,
        ProjectName project,
        TokenFormat format,
        Optional<Lifetime> lifetime,
        RequestedService requestedService) {
    /**
     * Returns the same question about everything that the holder could turn such a token into; empty if the signature
     * covers all of it.
     */
    public Stream<PolicyQuery> readings() {
        return switch (format) {
            case V006 ->
                Format006Reinterpretations.of(requestedService)
                        .map(reading -> new PolicyQuery(claims, project, format, lifetime, reading));
            case V007 -> Stream.empty();
        };
    }
}
