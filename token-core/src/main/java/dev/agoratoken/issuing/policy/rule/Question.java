package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules are asked: may somebody with those claims have that service, for that project, in that format, for so long. */
public record Question(
        Claims claims, ProjectName project, TokenFormat format, Optional<Lifetime> lifetime, Asked asked) {
    /** The same about all that a holder could make of such a token besides; nothing where all of it is signed. */
    public Stream<Question> readings() {
        return switch (format) {
            case V006 -> Readings006.of(asked).map(reading -> new Question(claims, project, format, lifetime, reading));
            case V007 -> Stream.empty();
        };
    }
}
