package dev.agoratoken.app.serve;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.callers.KnownCallers;
import dev.agoratoken.app.callers.Proof;
import dev.agoratoken.app.config.SettingsSource;
import dev.agoratoken.cli.port.Overrides;
import dev.agoratoken.cli.port.PolicySource;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import dev.agoratoken.token.Suggestion;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the server would serve, and lets anybody be any of its callers. */
public record PolicyTrial(SettingsSource settings, StateReader states) implements PolicySource {
    @Override
    public Trial open(Overrides overrides, String caller, Optional<Map<String, Object>> claims) {
        ServedState state = states.read(settings.load(overrides));
        return new Trial(
                as(find(state.callers(), caller), claims), state.snapshot().issuer());
    }

    private static ConfiguredCaller find(List<ConfiguredCaller> callers, String name) {
        if (callers.isEmpty()) {
            throw new InvalidValueException(
                    "--as", "no callers are configured, so nobody is asked", "list callers in the configuration file");
        }
        List<String> names = callers.stream().map(ConfiguredCaller::name).toList();
        return callers.stream()
                .filter(caller -> caller.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "--as", "there is no caller " + Received.quoted(name), Suggestion.among(name, names)));
    }

    private static Caller as(ConfiguredCaller caller, Optional<Map<String, Object>> claims) {
        if (caller.proof() instanceof Proof.Login) {
            return KnownCallers.bearer(caller, asRead(claims.orElse(Map.of())));
        }
        if (claims.isPresent()) {
            throw new InvalidValueException(
                    "--claims", "the caller " + caller.name() + " has no login token", "leave them out");
        }
        return caller.as(kind(caller.proof()), Optional.empty(), Claims.NONE);
    }

    private static CallerKind kind(Proof proof) {
        if (proof instanceof Proof.Keys) {
            return CallerKind.API_KEY;
        }
        return proof instanceof Proof.Certificate ? CallerKind.CERTIFICATE : CallerKind.ANONYMOUS;
    }

    /** As they are read from a login token: an audience, for one, is a list in any case. */
    private static Map<String, Object> asRead(Map<String, Object> claims) {
        try {
            return JWTClaimsSet.parse(claims).getClaims();
        } catch (ParseException e) {
            throw new InvalidValueException(
                    "--claims", "one of the registered claims is none", "write {\"sub\":\"ann\",...}");
        }
    }
}
