package dev.agoratoken.cli.command;

import dev.agoratoken.cli.port.PolicySource.Trial;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.RequestId;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.issuing.policy.rule.RequestRefusedException;
import dev.agoratoken.wire.FieldError;
import dev.agoratoken.wire.TokenRequestDocument;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a caller may have a token, as the server would decide.
 *
 * @param rules by which it may, one for each service; absent if it may not
 * @param expiresIn the lifetime in seconds that it would get; absent if it may not
 * @param errors why it may not; absent if it may
 */
record RuleCheck(
        boolean allowed, String caller, List<Covered> rules, Long expiresIn, String code, List<FieldError> errors) {
    private static final RequestId ID = RequestId.of("config-check");

    /** Has the token made, so that the answer is the server's, and throws it away. */
    static RuleCheck of(Trial trial, Object document) {
        TokenRequest request =
                TokenRequestDocument.read(document, trial.issuer().omittedUsers(trial.caller()));
        try {
            return allowed(trial, trial.issuer().issue(trial.caller(), request, ID));
        } catch (RequestRefusedException e) {
            return new RuleCheck(false, trial.caller().name(), null, null, e.code(), FieldError.of(e));
        }
    }

    private static RuleCheck allowed(Trial trial, Grant grant) {
        IssuedToken token = grant.issued();
        List<Covered> rules = IntStream.range(0, grant.rules().size())
                .mapToObj(i -> new Covered(
                        token.services().get(i).type().label(), grant.rules().get(i)))
                .toList();
        long seconds = Duration.between(token.issuedAt(), token.expiresAt()).toSeconds();
        return new RuleCheck(true, trial.caller().name(), rules, seconds, null, null);
    }

    /** In lines to read. */
    List<String> lines() {
        return allowed
                ? IntStream.range(0, rules.size())
                        .mapToObj(i ->
                                "allowed: services[" + i + "] (" + rules.get(i).service() + ") by "
                                        + rules.get(i).rule() + ", for " + expiresIn + " s")
                        .toList()
                : errors.stream().map(error -> "refused: " + error).toList();
    }

    /** A service, and the rule that covers it. */
    record Covered(String service, String rule) {}
}
