package dev.agoratoken.cli.port;

import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.caller.Caller;
import java.util.Map;
import java.util.Optional;

/** Tells what the server would answer to a caller. */
@FunctionalInterface
public interface PolicySimulator {
    /**
     * Reads the configuration.
     *
     * @param caller the name of the caller
     * @param claims what its login token says, if it is one that has any
     * @throws dev.agoratoken.token.TokenException if the configuration is missing or wrong, or knows no such caller
     */
    Simulation open(ConfigOverrides configOverrides, String caller, Optional<Map<String, Object>> claims);

    /** A caller, and who decides about it without counting or writing anything down. */
    record Simulation(Caller caller, AuthorizingIssuer issuer) {}
}
