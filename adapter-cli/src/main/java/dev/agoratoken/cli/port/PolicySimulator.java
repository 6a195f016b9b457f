package dev.agoratoken.cli.port;

import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.caller.Caller;
import java.util.Map;
import java.util.Optional;

/** Decides as the server would, without side effects. */
@FunctionalInterface
public interface PolicySimulator {
    /**
     * Reads the configuration.
     *
     * @param caller the name of the caller
     * @param claims the claims of its JWT, if it has one
     * @throws dev.agoratoken.token.TokenException if the configuration is missing or invalid, or has no such caller
     */
    Simulation open(ConfigOverrides configOverrides, String caller, Optional<Map<String, Object>> claims);

    /** A caller, and an issuer that neither counts requests nor writes the audit. */
    record Simulation(Caller caller, AuthorizingIssuer issuer) {}
}
