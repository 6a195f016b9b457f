package dev.agoratoken.issuing;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenFormat;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Issues tokens on request: finds the project, applies the defaults, and mints the token. Thread-safe. */
public final class TokenIssuer {
    private final Projects projects;
    private final IssuingDefaults defaults;
    private final InstantSource clock;
    private final SaltSource salts;

    /**
     * Creates an issuer.
     *
     * @param projects the projects with their certificates
     * @param defaults the values for what a request does not specify
     * @param clock the time of issue
     * @param salts the random numbers of tokens
     */
    public TokenIssuer(Projects projects, IssuingDefaults defaults, InstantSource clock, SaltSource salts) {
        this.projects = projects;
        this.defaults = defaults;
        this.clock = clock;
        this.salts = salts;
    }

    /**
     * Issues a token.
     *
     * @param request the services, and what differs from the defaults
     * @return the token with its times
     * @throws UnknownProjectException if the project is not configured
     * @throws dev.agoratoken.token.InvalidValueException if the token cannot be minted; see {@link TokenMint}
     */
    public IssuedToken issue(TokenRequest request) {
        return new TokenMint(projectOf(request), clock, salts)
                .mint(request.services(), request.lifetime().orElse(defaults.lifetime()), formatOf(request));
    }

    /**
     * {@return the project with that App ID, preferably the default one; empty if none is configured}
     *
     * @param appId the App ID of a token or client
     */
    public Optional<ProjectName> projectWith(AppId appId) {
        List<ProjectName> names = projects.all().stream()
                .filter(project -> project.appId().equals(appId))
                .map(Project::name)
                .toList();
        return names.contains(defaults.project())
                ? Optional.of(defaults.project())
                : names.stream().findFirst();
    }

    private Project projectOf(TokenRequest request) {
        if (request.project().isEmpty()) {
            return projects.find(defaults.project()).orElseThrow(() -> UnknownProjectException.noDefault(projects));
        }
        ProjectName name = request.project().get();
        return projects.find(name).orElseThrow(() -> UnknownProjectException.named(name, projects));
    }

    /** {@return the values for what a request does not specify} */
    public IssuingDefaults defaults() {
        return defaults;
    }

    /**
     * {@return the format in which a request is issued} Callers need it to request less where format 006 cannot express
     * it.
     *
     * @param request the request
     */
    public TokenFormat formatOf(TokenRequest request) {
        return request.format().orElse(defaults.format());
    }
}
