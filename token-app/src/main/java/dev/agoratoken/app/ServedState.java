package dev.agoratoken.app;

import dev.agoratoken.http.Snapshot;
import dev.agoratoken.issuing.IssuingDefaults;
import java.util.List;

/**
 * All that the server reads again while it runs, as it was at one moment.
 *
 * @param callers empty if nobody is asked
 */
record ServedState(
        ConfiguredProjects projects, IssuingDefaults defaults, List<ConfiguredCaller> callers, Snapshot snapshot) {
    ServedState {
        callers = List.copyOf(callers);
    }
}
