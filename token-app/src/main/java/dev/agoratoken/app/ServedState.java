package dev.agoratoken.app;

import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.policy.GuardedIssuer;
import java.util.List;

/**
 * All that the server reads again while it runs, as it was at one moment.
 *
 * @param callers empty if nobody is asked
 */
record ServedState(
        ConfiguredProjects projects, IssuingDefaults defaults, List<ConfiguredCaller> callers, GuardedIssuer issuer) {
    ServedState {
        callers = List.copyOf(callers);
    }
}
