package dev.agoratoken.app.serve;

import dev.agoratoken.app.callers.AuthMethod;
import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.login.IdentityProvider;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.issuing.IssuingDefaults;
import java.util.List;
import java.util.stream.Stream;

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

    /** Those whose tokens are accepted. */
    Stream<IdentityProvider> identityProviders() {
        return callers.stream()
                .map(ConfiguredCaller::authMethod)
                .filter(AuthMethod.Jwt.class::isInstance)
                .map(authMethod -> ((AuthMethod.Jwt) authMethod).provider());
    }
}
