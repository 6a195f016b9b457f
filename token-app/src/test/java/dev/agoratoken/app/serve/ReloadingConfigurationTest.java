package dev.agoratoken.app.serve;

import static dev.agoratoken.app.ConfigFixture.APP_ID;
import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.OTHER_APP_ID;
import static dev.agoratoken.app.ConfigFixture.OTHER_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.MovingClock;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingsLoader;
import dev.agoratoken.app.config.TrackedFiles;
import dev.agoratoken.app.login.IdentityProviderFixture;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.RequestId;
import dev.agoratoken.issuing.policy.caller.ApiKey;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.issuing.policy.caller.PresentedSecret;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.service.Rtm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReloadingConfigurationTest {
    private static final RequestId ID = RequestId.of("r-1");
    private static final TokenRequest REQUEST = TokenRequest.forServices(List.of(Rtm.login(RtmUserId.of("ann"))));

    private final MovingClock clock = new MovingClock(IdentityProviderFixture.NOW);
    private final List<String> log = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void failsAtTheStartIfItIsBad() {
        write("projects: {default: {app-id: x, certificates: [y]}}");

        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(this::start);
    }

    @Test
    void staysWhileNothingChanges() {
        write(project(APP_ID));
        ReloadingConfiguration live = start();
        ConfigSnapshot before = live.get();

        clock.advance(Duration.ofMinutes(1));
        live.reloadIfChanged();

        assertThat(live.get()).isSameAs(before);
        assertThat(live.loadedAt()).isEqualTo(IdentityProviderFixture.NOW);
        assertThat(live.reloads()).isZero();
        assertThat(log).isEmpty();
    }

    @Test
    void takesOverWhatHasChanged() {
        write(project(APP_ID));
        ReloadingConfiguration live = start();

        write(project(OTHER_APP_ID));
        clock.advance(Duration.ofMinutes(1));
        live.reloadIfChanged();

        assertThat(appId(live)).isEqualTo(OTHER_APP_ID);
        assertThat(live.loadedAt()).isEqualTo(clock.instant());
        assertThat(live.reloads()).isEqualTo(1);
        assertThat(live.rejectedReloads()).isZero();
        ApprovedMessages.verify("changed", String.join("\n", log));
    }

    @Test
    void refusesWhatIsBadOnceAndKeepsTheOld() {
        write(project(APP_ID));
        ReloadingConfiguration live = start();

        write("projects: {default: {app-id: x}}\nsecret: " + CERTIFICATE);
        live.reloadIfChanged();
        live.reloadIfChanged();

        assertThat(appId(live)).isEqualTo(APP_ID);
        assertThat(live.loadedAt()).isEqualTo(IdentityProviderFixture.NOW);
        assertThat(live.rejectedReloads()).isEqualTo(1);
        assertThat(log).hasSize(1);
        assertThat(log.get(0))
                .contains("secret (agora-token.yaml line 2)")
                .doesNotContain("\n")
                .doesNotContain(CERTIFICATE);
        ApprovedMessages.verify("invalid", log.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server: {port: x}", "server: {tls: {key: k.pem}}", "audit: {on-failure: ignore}"})
    void refusesWhatTheServerCouldNotStartWith(String bad) {
        write(project(APP_ID));
        ReloadingConfiguration live = start();

        write(project(OTHER_APP_ID) + bad);
        live.reloadIfChanged();

        assertThat(appId(live)).isEqualTo(APP_ID);
        assertThat(live.rejectedReloads()).isEqualTo(1);
        assertThat(log).hasSize(1);
        ApprovedMessages.verify("the server would not start: " + bad, log.get(0));
    }

    @Test
    void saysWhatIsNotInUseBeforeTheNextStart() {
        write(project(APP_ID) + "server: {port: 1, max-queue: 5}\n");
        ReloadingConfiguration live = start();

        write(project(OTHER_APP_ID) + "server: {port: 2, request-timeout: 10}\naudit: {file: a.jsonl}\n");
        live.reloadIfChanged();
        write(project(APP_ID) + "server: {port: 2, max-queue: 5}\n");
        live.reloadIfChanged();
        write(project(APP_ID) + "server: {port: 1, max-queue: 5}\n");
        live.reloadIfChanged();

        assertThat(appId(live)).isEqualTo(APP_ID);
        assertThat(log).hasSize(3);
        assertThat(log.get(0)).endsWith(" server.port, server.max-queue, audit.file");
        assertThat(log.get(1)).endsWith(" server.port");
        assertThat(log.get(2)).doesNotContain("server.port");
        ApprovedMessages.verify("restart needed", String.join("\n", log));
    }

    @Test
    void readsEverythingAgainWhenItIsAskedTo() {
        write(project(APP_ID));
        ReloadingConfiguration live = start();

        clock.advance(Duration.ofMinutes(1));
        live.reload();
        write("nonsense: true");
        live.reload();
        live.reload();

        assertThat(appId(live)).isEqualTo(APP_ID);
        assertThat(live.loadedAt()).isEqualTo(clock.instant());
        assertThat(live.reloads()).isEqualTo(1);
        assertThat(live.rejectedReloads()).isEqualTo(2);
        assertThat(log).hasSize(3);
        ApprovedMessages.verify("read again", log.get(0));
    }

    @Test
    void recoversWhenWhatWasBadIsMended() {
        write(project(APP_ID));
        ReloadingConfiguration live = start();
        write("nonsense: true");
        live.reloadIfChanged();

        write(project(OTHER_APP_ID));
        live.reloadIfChanged();

        assertThat(appId(live)).isEqualTo(OTHER_APP_ID);
    }

    @Test
    void seesASecretFileThatAppearsLater() {
        write(project(APP_ID));
        ReloadingConfiguration live = start();
        write("projects: {default: {app-id: %s, certificates: [{file: late}]}}".formatted(OTHER_APP_ID));
        live.reloadIfChanged();
        assertThat(live.rejectedReloads()).isEqualTo(1);

        ConfigFixture.write(folder, "late", OTHER_CERTIFICATE);
        live.reloadIfChanged();

        assertThat(appId(live)).isEqualTo(OTHER_APP_ID);
    }

    @Test
    void seesALinkThatIsSwappedAsKubernetesDoesIt() throws IOException {
        Files.createDirectories(folder.resolve("..1"));
        Files.createDirectories(folder.resolve("..2"));
        ConfigFixture.write(folder.resolve("..1"), "certificate", CERTIFICATE);
        ConfigFixture.write(folder.resolve("..2"), "certificate", OTHER_CERTIFICATE);
        Files.setLastModifiedTime(
                folder.resolve("..2/certificate"), Files.getLastModifiedTime(folder.resolve("..1/certificate")));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..1"));
        Files.createSymbolicLink(folder.resolve("certificate"), Path.of("..data/certificate"));
        write("projects: {default: {app-id: %s, certificates: [{file: certificate}]}}".formatted(APP_ID));
        ReloadingConfiguration live = start();

        Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2"));
        Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        live.reloadIfChanged();

        assertThat(live.reloads()).isEqualTo(1);
        assertThat(live.state().projects().byName().get(ProjectName.DEFAULT).certificates())
                .containsExactly(AppCertificate.of(OTHER_CERTIFICATE));
    }

    @Test
    void takesOverNewCallersAndForgetsOldOnes() {
        write(project(APP_ID) + caller("first"));
        ReloadingConfiguration live = start();

        write(project(APP_ID) + caller("second"));
        live.reloadIfChanged();

        assertThat(live.get().issuer().identify(key("second"), ID).name()).isEqualTo("web");
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> live.get().issuer().identify(key("first"), ID));
    }

    @Test
    void neverOpensAServerThatAskedWhoComes() throws IOException {
        write(project(APP_ID) + caller("first"));
        ReloadingConfiguration live = start();

        write(project(APP_ID));
        live.reloadIfChanged();
        Files.delete(folder.resolve("agora-token.yaml"));
        live.reloadIfChanged();

        assertThat(live.rejectedReloads()).isEqualTo(2);
        ApprovedMessages.verify("callers removed", log.get(0));
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> live.get().issuer().identify(Credentials.none("127.0.0.1"), ID));
    }

    @Test
    void asksWhoComesAsSoonAsThereAreCallersEvenIfItWasOpenToEverybody() {
        write(project(APP_ID) + "server: {open: true}\n");
        ReloadingConfiguration live = start();

        write(project(APP_ID) + "server: {open: true}\n" + caller("first"));
        live.reloadIfChanged();

        ApprovedMessages.verify("callers added to an open server", String.join("\n", log));
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> live.get().issuer().identify(Credentials.none("127.0.0.1"), ID));
    }

    @Test
    void refusesAStateThatCannotBeReadForAReasonOfOurOwn() {
        write(project(APP_ID));
        AtomicBoolean broken = new AtomicBoolean();
        ReloadingConfiguration live = start(() -> {
            if (broken.get()) {
                throw new IllegalStateException("nobody thought of this");
            }
        });

        broken.set(true);
        write(project(OTHER_APP_ID));
        live.reloadIfChanged();

        assertThat(appId(live)).isEqualTo(APP_ID);
        ApprovedMessages.verify("internal error", String.join("\n", log));
    }

    @Test
    void losesNoChangeWhenALookFailsAltogether() {
        write(project(APP_ID));
        AtomicBoolean exhausted = new AtomicBoolean();
        ReloadingConfiguration live = start(() -> {
            if (exhausted.get()) {
                throw new StackOverflowError();
            }
        });
        exhausted.set(true);
        write(project(OTHER_APP_ID));
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(live::reloadIfChanged);

        exhausted.set(false);
        live.reloadIfChanged();

        assertThat(appId(live)).isEqualTo(OTHER_APP_ID);
    }

    @Test
    void failsNoRequestWhileItChangesUnderLoad() throws Exception {
        write(project(APP_ID));
        ReloadingConfiguration live = start();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> served = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                served.add(clients.submit(() -> ask(live, done)));
            }
            for (int i = 0; i < 50; i++) {
                write(project(i % 2 == 0 ? OTHER_APP_ID : APP_ID));
                live.reloadIfChanged();
                write("nonsense: " + i);
                live.reloadIfChanged();
            }
            done.set(true);
            for (Future<Integer> client : served) {
                assertThat(client.get()).isPositive();
            }
        } finally {
            done.set(true);
            clients.shutdownNow();
        }
        assertThat(live.reloads()).isEqualTo(50);
        assertThat(live.rejectedReloads()).isEqualTo(50);
    }

    /** Each answer belongs to one state: the App ID goes with the certificate that signed. */
    private static int ask(ReloadingConfiguration live, AtomicBoolean done) {
        int served = 0;
        while (!done.get() || served == 0) {
            AuthorizingIssuer issuer = live.get().issuer();
            Caller caller = issuer.identify(Credentials.none("127.0.0.1"), ID);
            IssuedToken issued = issuer.issue(caller, REQUEST, ID).issued();
            assertThat(issued.appId().value()).isIn(APP_ID, OTHER_APP_ID);
            served++;
        }
        return served;
    }

    private ReloadingConfiguration start() {
        return start(() -> {});
    }

    /** With something that happens whenever the files are read. */
    private ReloadingConfiguration start(Runnable meanwhile) {
        SettingsLoader settings = new SettingsLoader(ConfigFixture.environment(folder, Map.of(), ""));
        ServingStateFactory reader = StateFixture.states(clock);
        return new ReloadingConfiguration(
                files -> {
                    ResolvedSettings found = settings.load(ConfigOverrides.NONE, files);
                    meanwhile.run();
                    return StateFixture.read(found, reader);
                },
                new TrackedFiles(),
                clock,
                (level, line) -> log.add(line));
    }

    private static String appId(ReloadingConfiguration live) {
        AuthorizingIssuer issuer = live.get().issuer();
        return issuer.issue(issuer.identify(Credentials.none("127.0.0.1"), ID), REQUEST, ID)
                .issued()
                .appId()
                .value();
    }

    private void write(String yaml) {
        ConfigFixture.write(folder, "agora-token.yaml", yaml);
    }

    private static String project(String appId) {
        return "projects: {default: {app-id: %s, certificates: [%s]}}\n".formatted(appId, CERTIFICATE);
    }

    private static String caller(String key) {
        return "callers: [{name: web, key-sha256: %s, allow: {services: rtm, user: any}}]\n"
                .formatted(ApiKey.presented(key).hash().hex());
    }

    private static Credentials key(String key) {
        return new Credentials(new PresentedSecret.Single(key), Optional.empty(), "127.0.0.1");
    }
}
