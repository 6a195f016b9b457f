package dev.agoratoken.app.serve;

import dev.agoratoken.app.audit.Audits;
import dev.agoratoken.app.callers.CallerReader;
import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.callers.KnownCallers;
import dev.agoratoken.app.config.Settings;
import dev.agoratoken.app.login.ProviderKeys;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.projects.DemoProject;
import dev.agoratoken.app.settings.ConfigReader;
import dev.agoratoken.http.settings.Snapshot;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.GuardedIssuer;
import dev.agoratoken.issuing.policy.RateLimits;
import dev.agoratoken.issuing.policy.caller.Callers;
import dev.agoratoken.verify.Verifier;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Reads what the server serves. What has to outlive a configuration, such as rates and fetched keys, is handed in.
 *
 * @param audits where decisions are written down
 * @param clock by which login tokens expire
 */
public record StateReader(
        BiFunction<ConfiguredProjects, IssuingDefaults, TokenIssuer> issuers,
        RateLimits rates,
        ProviderKeys keys,
        Audits audits,
        InstantSource clock) {
    /**
     * Everything as it is configured.
     *
     * @throws dev.agoratoken.token.InvalidValueException if something is missing or wrong
     */
    public ServedState read(Settings settings) {
        ConfigReader config = new ConfigReader(settings);
        ConfiguredProjects projects = config.projects();
        List<ConfiguredCaller> callers = new CallerReader(settings, projects, keys).read();
        return state(projects, config.issuingDefaults(projects.meant()), callers);
    }

    /** A made-up project for whoever comes; only what tokens get by default is read. */
    ServedState demo(Settings settings) {
        ConfiguredProjects projects = ConfiguredProjects.of(DemoProject.make());
        return state(projects, new ConfigReader(settings).issuingDefaults(projects.meant()), List.of());
    }

    private ServedState state(ConfiguredProjects projects, IssuingDefaults defaults, List<ConfiguredCaller> callers) {
        Callers known = callers.isEmpty() ? Callers.OPEN : new KnownCallers(callers, clock);
        GuardedIssuer issuer =
                new GuardedIssuer(known, issuers.apply(projects, defaults), rates, audits.audit(!callers.isEmpty()));
        return new ServedState(projects, defaults, callers, new Snapshot(issuer, new Verifier(projects, clock)));
    }
}
