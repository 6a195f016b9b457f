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
 * The part of the configuration that a reload replaces.
 *
 * @param callers empty if callers are not authenticated
 */
record ServingState(
        ConfiguredProjects projects,
        IssuingDefaults defaults,
        List<ConfiguredCaller> callers,
        ConfigSnapshot configSnapshot) {
    ServingState {
        callers = List.copyOf(callers);
    }

    /** The identity providers whose JWTs are accepted. */
    Stream<IdentityProvider> identityProviders() {
        return callers.stream()
                .map(ConfiguredCaller::authMethod)
                .filter(AuthMethod.Jwt.class::isInstance)
                .map(authMethod -> ((AuthMethod.Jwt) authMethod).provider());
    }
}
