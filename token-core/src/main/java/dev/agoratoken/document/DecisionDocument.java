package dev.agoratoken.document;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.Decision;
import dev.agoratoken.issuing.policy.TokenFingerprint;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BannedException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the audit: the decision, the caller and the request. */
public sealed interface DecisionDocument {
    /** Creates the line for a decision at a time. */
    static DecisionDocument from(Decision decision, Instant time) {
        if (decision instanceof Decision.Issued issued) {
            return Issued.from(issued, time);
        }
        if (decision instanceof Decision.Refused refused) {
            return Refused.from(refused, time);
        }
        if (decision instanceof Decision.Banned banned) {
            return BanChange.from(banned, "banned", banned.caller(), banned.ban(), time);
        }
        if (decision instanceof Decision.BanLifted lifted) {
            return BanChange.from(lifted, "ban_lifted", lifted.caller(), lifted.ban(), time);
        }
        return decision instanceof Decision.BanDenied denied
                ? BanDenied.from(denied, time)
                : Unidentified.from((Decision.AuthenticationFailed) decision, time);
    }

    private static List<ServiceDocument> documents(List<Service> services) {
        return services.stream().map(ServiceDocument::requested).toList();
    }

    private static @Nullable String fieldOf(TokenException failure) {
        return FieldError.of(failure).stream()
                .map(FieldError::field)
                .findFirst()
                .orElse(null);
    }

    /**
     * A token was issued.
     *
     * @param time in RFC 3339 UTC
     * @param caller the name in the configuration
     * @param individual distinguishes callers with the same name: the subject of a JWT, or the network of an anonymous
     *     caller; absent if there is only one
     * @param rules the labels of the rules that covered the request, one for each service
     * @param expiresIn the lifetime in seconds
     * @param token the fingerprint, never the token
     */
    record Issued(
            String time,
            String requestId,
            String outcome,
            String caller,
            @Nullable String individual,
            List<String> rules,
            String project,
            String format,
            List<ServiceDocument> services,
            long expiresIn,
            String token)
            implements DecisionDocument {
        private static Issued from(Decision.Issued decision, Instant time) {
            IssuedToken token = decision.grant().issued();
            return new Issued(
                    time.toString(),
                    decision.requestId().value(),
                    "issued",
                    decision.caller().name(),
                    decision.caller().subject().orElse(null),
                    decision.grant().rules(),
                    token.project().value(),
                    token.format().prefix(),
                    documents(token.services()),
                    Duration.between(token.issuedAt(), token.expiresAt()).toSeconds(),
                    TokenFingerprint.of(token.token()).hex());
        }
    }

    /**
     * A caller was denied a token, or its request failed.
     *
     * @param code the error code
     * @param field the field that no rule covers, or that is not valid; absent if there is none
     * @param ban the id of the ban that covers the request; absent if there is none
     * @param expiresIn the requested lifetime in seconds; absent if there is none
     */
    record Refused(
            String time,
            String requestId,
            String outcome,
            String caller,
            @Nullable String individual,
            String code,
            @Nullable String field,
            @Nullable String ban,
            @Nullable String project,
            @Nullable String format,
            List<ServiceDocument> services,
            @Nullable Long expiresIn)
            implements DecisionDocument {
        private static Refused from(Decision.Refused decision, Instant time) {
            TokenRequest request = decision.request();
            return new Refused(
                    time.toString(),
                    decision.requestId().value(),
                    "refused",
                    decision.caller().name(),
                    decision.caller().subject().orElse(null),
                    decision.reason().code(),
                    fieldOf(decision.reason()),
                    decision.reason() instanceof BannedException banned
                            ? banned.id().value()
                            : null,
                    request.project().map(ProjectName::value).orElse(null),
                    request.format().map(TokenFormat::prefix).orElse(null),
                    documents(request.services()),
                    request.lifetime().map(Lifetime::seconds).orElse(null));
        }
    }

    /** A ban was made or lifted. */
    record BanChange(
            String time,
            String requestId,
            String outcome,
            String caller,
            @Nullable String individual,
            BanDocument ban) implements DecisionDocument {
        private static BanChange from(Decision decision, String outcome, Caller caller, Ban ban, Instant time) {
            return new BanChange(
                    time.toString(),
                    decision.requestId().value(),
                    outcome,
                    caller.name(),
                    caller.subject().orElse(null),
                    BanDocument.from(ban));
        }
    }

    /**
     * A ban was denied, or it failed.
     *
     * @param code the error code
     * @param field the field that no rule covers; absent if there is none
     * @param ban the ban that the caller wanted
     */
    record BanDenied(
            String time,
            String requestId,
            String outcome,
            String caller,
            @Nullable String individual,
            String code,
            @Nullable String field,
            BanDocument ban)
            implements DecisionDocument {
        private static BanDenied from(Decision.BanDenied decision, Instant time) {
            return new BanDenied(
                    time.toString(),
                    decision.requestId().value(),
                    "ban_refused",
                    decision.caller().name(),
                    decision.caller().subject().orElse(null),
                    decision.reason().code(),
                    fieldOf(decision.reason()),
                    BanDocument.from(decision.wanted()));
        }
    }

    /**
     * A caller could not be authenticated.
     *
     * @param address the address of the client
     */
    record Unidentified(String time, String requestId, String outcome, String address, String code)
            implements DecisionDocument {
        private static Unidentified from(Decision.AuthenticationFailed decision, Instant time) {
            return new Unidentified(
                    time.toString(),
                    decision.requestId().value(),
                    "refused",
                    decision.address(),
                    decision.reason().code());
        }
    }
}
