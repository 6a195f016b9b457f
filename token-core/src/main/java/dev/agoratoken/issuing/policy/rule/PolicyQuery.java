package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules are asked: may somebody with those claims have that service, for that project, in that format, for so long. */
public record PolicyQuery(
        Claims claims,
        ProjectName project,
        TokenFormat format,
        Optional<Lifetime> lifetime,
        RequestedService requestedService) {
    /** The same about all that a holder could make of such a token besides; nothing where all of it is signed. */
    public Stream<PolicyQuery> readings() {
        return switch (format) {
            case V006 ->
                Format006Reinterpretations.of(requestedService)
                        .map(reading -> new PolicyQuery(claims, project, format, lifetime, reading));
            case V007 -> Stream.empty();
        };
    }
}
