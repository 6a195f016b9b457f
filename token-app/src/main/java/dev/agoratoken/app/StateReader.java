package dev.agoratoken.app;

import dev.agoratoken.http.Snapshot;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.diagnosis.Verifier;
import dev.agoratoken.issuing.policy.Callers;
import dev.agoratoken.issuing.policy.GuardedIssuer;
import dev.agoratoken.issuing.policy.RateLimits;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Reads what the server serves. What has to outlive a configuration, such as rates and fetched keys, is handed in.
 *
 * @param audits where decisions are written down
 * @param clock by which login tokens expire
 */
record StateReader(
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
    ServedState read(Settings settings) {
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
