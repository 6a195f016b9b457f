package dev.agoratoken.app.serve;

import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.issuing.IssuingDefaults;
import java.util.List;

/**
 * All that the server reads again while it runs, as it was at one moment.
 *
 * @param callers empty if nobody is asked
 */
record ServingState(
        ConfiguredProjects projects,
        IssuingDefaults defaults,
        List<ConfiguredCaller> callers,
        ConfigSnapshot configSnapshot) {
    ServingState {
        callers = List.copyOf(callers);
    }
}
