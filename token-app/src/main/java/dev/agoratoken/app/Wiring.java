package dev.agoratoken.app;

import dev.agoratoken.app.audit.AuditSetup;
import dev.agoratoken.app.bans.BanSetup;
import dev.agoratoken.app.callers.ApiKeyGenerator;
import dev.agoratoken.app.callers.InMemoryRateLimiter;
import dev.agoratoken.app.client.HttpBanServers;
import dev.agoratoken.app.config.SettingsLoader;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.login.JwksProvider;
import dev.agoratoken.app.process.ProcessEnvironment;
import dev.agoratoken.app.process.Terminal;
import dev.agoratoken.app.process.TerminalProcessControl;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.serve.ConfiguredPolicySimulator;
import dev.agoratoken.app.serve.ServeRunner;
import dev.agoratoken.app.serve.ServingStateFactory;
import dev.agoratoken.app.settings.ConfigReader;
import dev.agoratoken.app.settings.EffectiveConfigInspector;
import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.IssuerFactory;
import dev.agoratoken.cli.port.PolicySimulator;
import dev.agoratoken.cli.port.ProcessControl;
import dev.agoratoken.cli.port.VerifierFactory;
import dev.agoratoken.http.settings.BuildInfo;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.SaltSource;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.verify.Verifier;
import java.time.Duration;
import java.time.InstantSource;

/** Creates every service of the program, in reading order. */
final class Wiring {
    private static final Duration PROVIDER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SERVER_TIMEOUT = Duration.ofSeconds(30);

    private Wiring() {}

    /** The command line with all its services. */
    static CliAdapter commandLine(ProcessEnvironment processEnvironment) {
        BuildInfo build = BuildProperties.read();
        SettingsLoader settings = new SettingsLoader(processEnvironment);
        IssuerFactory issuers = configOverrides -> {
            ConfigReader config = new ConfigReader(settings.load(configOverrides));
            ConfiguredProjects projects = config.projectsToChooseFrom();
            return issuer(projects, config.issuingDefaults(projects.defaultProject()));
        };
        VerifierFactory verifiers = configOverrides ->
                new Verifier(new ConfigReader(settings.load(configOverrides)).anyProjects(), InstantSource.system());
        PolicySimulator policySimulator = (configOverrides, caller, claims) ->
                new ConfiguredPolicySimulator(settings, simulatedStates()).open(configOverrides, caller, claims);
        ServeRunner serveRunner = new ServeRunner(
                settings, Wiring::states, build, processEnvironment.shutdownHook(), processEnvironment.reloadSignal());
        ProcessControl processControl = new TerminalProcessControl(
                Terminal.isStderrTerminal(), Terminal.isStdinTerminal(), processEnvironment.shutdownHook());
        CliPorts ports = new CliPorts(
                issuers,
                verifiers,
                new EffectiveConfigInspector(settings),
                policySimulator,
                new ApiKeyGenerator(),
                new HttpBanServers(processEnvironment.variables(), SERVER_TIMEOUT),
                serveRunner,
                processControl,
                InstantSource.system());
        return new CliAdapter(ports, BuildProperties.versionLine(build), processEnvironment.outputStyle());
    }

    /** States that keep nothing: no decision outlives the process. */
    private static ServingStateFactory simulatedStates() {
        return states(new InMemoryRateLimiter(InstantSource.system()), BanSetup.none(), AuditSetup.NONE, EventLog.NONE);
    }

    private static ServingStateFactory states(RateLimiter rates, BanSetup bans, AuditSetup auditSetup, EventLog log) {
        InstantSource clock = InstantSource.system();
        return new ServingStateFactory(
                Wiring::issuer, rates, new JwksProvider(PROVIDER_TIMEOUT, clock, log), bans, auditSetup, clock);
    }

    private static TokenIssuer issuer(Projects projects, IssuingDefaults defaults) {
        return new TokenIssuer(projects, defaults, InstantSource.system(), SaltSource.nonRepeating());
    }
}
