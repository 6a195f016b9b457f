package dev.agoratoken.app.serve;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.agoratoken.app.callers.AuthMethod;
import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.callers.ConfiguredCallerAuthenticator;
import dev.agoratoken.app.config.SettingsLoader;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.port.PolicySimulator;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulates the decisions of a server with this configuration for each configured caller. */
public final class ConfiguredPolicySimulator implements PolicySimulator {
    private final SettingsLoader settings;
    private final ServingStateFactory states;

    public ConfiguredPolicySimulator(SettingsLoader settings, ServingStateFactory states) {
        this.settings = settings;
        this.states = states;
    }

    @Override
    public Simulation open(ConfigOverrides configOverrides, String caller, Optional<Map<String, Object>> claims) {
        ServingState state = states.create(settings.load(configOverrides));
        return new Simulation(
                as(find(state.callers(), caller), claims),
                state.configSnapshot().issuer());
    }

    private static ConfiguredCaller find(List<ConfiguredCaller> callers, String name) {
        if (callers.isEmpty()) {
            throw new InvalidValueException("as", "no callers are configured", "add callers to the configuration file");
        }
        List<String> names = callers.stream().map(ConfiguredCaller::name).toList();
        return callers.stream()
                .filter(caller -> caller.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "as", "unknown caller " + Printable.quote(name), DidYouMean.among(name, names)));
    }

    private static Caller as(ConfiguredCaller caller, Optional<Map<String, Object>> claims) {
        if (caller.authMethod() instanceof AuthMethod.Jwt) {
            return ConfiguredCallerAuthenticator.callerWithClaims(caller, normalized(claims.orElse(Map.of())));
        }
        if (claims.isPresent()) {
            throw new InvalidValueException(
                    "claims", "the caller " + caller.name() + " does not use JWTs", "remove --claims");
        }
        return caller.toCaller(kind(caller.authMethod()), Optional.empty(), Claims.NONE);
    }

    private static CallerKind kind(AuthMethod authMethod) {
        if (authMethod instanceof AuthMethod.ApiKeys) {
            return CallerKind.API_KEY;
        }
        return authMethod instanceof AuthMethod.ClientCertificate ? CallerKind.CERTIFICATE : CallerKind.ANONYMOUS;
    }

    /** Converts claims as a JWT library does: an audience always is a list. */
    private static Map<String, Object> normalized(Map<String, Object> claims) {
        try {
            return JWTClaimsSet.parse(claims).getClaims();
        } catch (ParseException e) {
            throw new InvalidValueException(
                    "claims", "a registered claim has an invalid type", "use claims such as {\"sub\":\"ann\",...}");
        }
    }
}
