package dev.agoratoken.issuing;

import dev.agoratoken.token.TokenFormat;
import java.time.InstantSource;

/** Issues tokens on request: finds the project, fills in what was left open, and has the token made. Thread-safe. */
public final class TokenIssuer {
    private final Projects projects;
    private final IssuingDefaults defaults;
    private final InstantSource clock;
    private final SaltSource salts;

    public TokenIssuer(Projects projects, IssuingDefaults defaults, InstantSource clock, SaltSource salts) {
        this.projects = projects;
        this.defaults = defaults;
        this.clock = clock;
        this.salts = salts;
    }

    /**
     * Issues a token.
     *
     * @throws UnknownProjectException if the project is not configured
     * @throws dev.agoratoken.token.InvalidValueException if no such token can be made; see {@link TokenMint}
     */
    public IssuedToken issue(TokenRequest request) {
        ProjectName name = request.project().orElse(defaults.project());
        Project project = projects.find(name).orElseThrow(() -> new UnknownProjectException(name));
        return new TokenMint(project, clock, salts)
                .mint(request.services(), request.lifetime().orElse(defaults.lifetime()), formatOf(request));
    }

    /** What a request gets that leaves it open. */
    public IssuingDefaults defaults() {
        return defaults;
    }

    /** The format in which that request is issued, for callers that have to ask for less where 006 cannot say it. */
    public TokenFormat formatOf(TokenRequest request) {
        return request.format().orElse(defaults.format());
    }
}
