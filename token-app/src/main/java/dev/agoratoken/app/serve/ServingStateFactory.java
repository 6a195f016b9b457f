package dev.agoratoken.app.serve;

import dev.agoratoken.app.agora.AgoraRest;
import dev.agoratoken.app.agora.AgoraRestReader;
import dev.agoratoken.app.audit.AuditSetup;
import dev.agoratoken.app.bans.BanSetup;
import dev.agoratoken.app.callers.CallerConfigReader;
import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.callers.ConfiguredCallerAuthenticator;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.login.JwksProvider;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.projects.DemoProject;
import dev.agoratoken.app.settings.ConfigReader;
import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.caller.CallerAuthenticator;
import dev.agoratoken.verify.Verifier;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Creates the serving state from settings. Rate limits, fetched keys and bans survive a reload, so they are constructor parameters. */
public final class ServingStateFactory {
    private final BiFunction<ConfiguredProjects, IssuingDefaults, TokenIssuer> issuers;
    private final RateLimiter rates;
    private final JwksProvider keys;
    private final BanSetup bans;
    private final AuditSetup auditSetup;
    private final InstantSource clock;

    /**
     * @param auditSetup the destinations of audit lines
     * @param clock checks the expiry of JWTs
     */
    public ServingStateFactory(
            BiFunction<ConfiguredProjects, IssuingDefaults, TokenIssuer> issuers,
            RateLimiter rates,
            JwksProvider keys,
            BanSetup bans,
            AuditSetup auditSetup,
            InstantSource clock) {
        this.issuers = issuers;
        this.rates = rates;
        this.keys = keys;
        this.bans = bans;
        this.auditSetup = auditSetup;
        this.clock = clock;
    }

    public JwksProvider keys() {
        return keys;
    }

    public InstantSource clock() {
        return clock;
    }

    /**
     * Creates the configured state.
     *
     * @throws dev.agoratoken.token.InvalidValueException if something is missing or invalid
     */
    public ServingState create(ResolvedSettings resolvedSettings) {
        ConfigReader config = new ConfigReader(resolvedSettings);
        ConfiguredProjects projects = config.projects();
        List<ConfiguredCaller> callers = new CallerConfigReader(resolvedSettings, projects, keys).read();
        Map<ProjectName, AgoraRest> access = new AgoraRestReader(resolvedSettings).read(projects);
        ServingState state = state(
                projects, config.issuingDefaults(projects.defaultProject()), callers, new Verifier(projects, clock));
        bans.use(access);
        return state;
    }

    /** Creates a state with a random project and no callers; only the token defaults are read. */
    ServingState demo(ResolvedSettings resolvedSettings) {
        ConfiguredProjects projects = ConfiguredProjects.of(DemoProject.make());
        return state(
                projects,
                new ConfigReader(resolvedSettings).issuingDefaults(projects.defaultProject()),
                List.of(),
                Verifier.ofDemo(projects, clock));
    }

    private ServingState state(
            ConfiguredProjects projects, IssuingDefaults defaults, List<ConfiguredCaller> callers, Verifier verifier) {
        boolean guarded = !callers.isEmpty();
        CallerAuthenticator known =
                guarded ? new ConfiguredCallerAuthenticator(callers, clock) : CallerAuthenticator.OPEN;
        AuditPolicy audit = auditSetup.audit(guarded);
        AuthorizingIssuer issuer =
                new AuthorizingIssuer(known, issuers.apply(projects, defaults), rates, bans.checker(), audit);
        return new ServingState(
                projects,
                defaults,
                callers,
                new ConfigSnapshot(issuer, verifier, bans.service(guarded, audit, defaults.project(), projects)));
    }
}
