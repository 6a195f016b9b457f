package dev.agoratoken.cli.command;

import dev.agoratoken.cli.port.PolicySimulator.Simulation;
import dev.agoratoken.document.FieldError;
import dev.agoratoken.document.TokenRequestDocument;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.RequestId;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.Grant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a caller may have a token, as the server would decide.
 *
 * @param rules the matched rules, one for each service; absent if denied
 * @param expiresIn the lifetime of the token in seconds; absent if denied
 * @param errors the reasons; absent if allowed
 */
record PolicyCheckReport(
        boolean allowed,
        String caller,
        @Nullable List<MatchedRule> rules,
        @Nullable Long expiresIn,
        @Nullable String code,
        @Nullable List<FieldError> errors) {
    private static final RequestId ID = RequestId.of("config-check");

    /** Issues the token as the server would, and drops it. */
    static PolicyCheckReport of(Simulation simulation, @Nullable Object document) {
        TokenRequest request =
                TokenRequestDocument.read(document, simulation.issuer().omittedUsers(simulation.caller()));
        try {
            return allowed(simulation, simulation.issuer().issue(simulation.caller(), request, ID));
        } catch (AccessDeniedException e) {
            return new PolicyCheckReport(false, simulation.caller().name(), null, null, e.code(), FieldError.of(e));
        }
    }

    private static PolicyCheckReport allowed(Simulation simulation, Grant grant) {
        IssuedToken token = grant.issued();
        List<MatchedRule> rules = IntStream.range(0, grant.rules().size())
                .mapToObj(i -> new MatchedRule(
                        token.services().get(i).type().label(), grant.rules().get(i)))
                .toList();
        long seconds = Duration.between(token.issuedAt(), token.expiresAt()).toSeconds();
        return new PolicyCheckReport(true, simulation.caller().name(), rules, seconds, null, null);
    }

    /** The report as text. */
    List<String> lines() {
        return rules != null
                ? IntStream.range(0, rules.size())
                        .mapToObj(i ->
                                "allowed: services[" + i + "] (" + rules.get(i).service() + ") by "
                                        + rules.get(i).rule() + ", for " + expiresIn + " s")
                        .toList()
                : Objects.requireNonNull(errors).stream()
                        .map(error -> "denied: " + error)
                        .toList();
    }

    /** A service, and the rule that covers it. */
    record MatchedRule(String service, String rule) {}
}
