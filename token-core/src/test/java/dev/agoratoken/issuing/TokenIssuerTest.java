package dev.agoratoken.issuing;

import static dev.agoratoken.issuing.MintFixture.CERTIFICATE;
import static dev.agoratoken.issuing.MintFixture.NOW;
import static dev.agoratoken.issuing.MintFixture.PROJECT;
import static dev.agoratoken.issuing.MintFixture.read;
import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {
    private static final AppCertificate OTHER_CERTIFICATE = AppCertificate.of("f".repeat(32));
    private static final Project OTHER =
            new Project(ProjectName.of("other"), AppId.of("e".repeat(32)), List.of(OTHER_CERTIFICATE));
    private static final List<Service> SERVICES = List.of(Rtm.login(RtmUserId.of("ann")));
    private static final TokenRequest REQUEST = TokenRequest.forServices(SERVICES);

    @Test
    void fillsInTheStandardDefaults() {
        IssuedToken issued = issuer(IssuingDefaults.STANDARD).issue(REQUEST);

        assertThat(issued.project()).isEqualTo(ProjectName.DEFAULT);
        assertThat(issued.appId()).isEqualTo(PROJECT.appId());
        assertThat(issued.format()).isEqualTo(TokenFormat.V007);
        assertThat(issued.issuedAt()).isEqualTo(NOW);
        assertThat(issued.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
        assertThat(issued.services()).isEqualTo(SERVICES);
        assertThat(read(issued).isSignedBy(CERTIFICATE)).isTrue();
        assertThat(read(issued).content().salt()).isEqualTo(Salt.of(7));
    }

    @Test
    void findsTheProjectOfAnAppId() {
        TokenIssuer issuer = issuer(IssuingDefaults.STANDARD);

        assertThat(issuer.projectWith(PROJECT.appId())).contains(ProjectName.DEFAULT);
        assertThat(issuer.projectWith(OTHER.appId())).contains(OTHER.name());
        assertThat(issuer.projectWith(AppId.of("d".repeat(32)))).isEmpty();
    }

    @Test
    void prefersTheDefaultProjectOfSeveralWithOneAppId() {
        Project first = new Project(ProjectName.of("first"), OTHER.appId(), List.of(OTHER_CERTIFICATE));
        IssuingDefaults defaults = new IssuingDefaults(OTHER.name(), TokenFormat.V007, Lifetime.ofSeconds(60));
        TokenIssuer issuer = new TokenIssuer(
                Projects.of(List.of(first, OTHER)), defaults, InstantSource.fixed(NOW), SaltSource.nonRepeating());

        assertThat(issuer.projectWith(OTHER.appId())).contains(OTHER.name());
    }

    @Test
    void fillsInOtherDefaults() {
        IssuedToken issued = issuer(new IssuingDefaults(OTHER.name(), TokenFormat.V006, Lifetime.ofSeconds(60)))
                .issue(REQUEST);

        assertThat(issued.project()).isEqualTo(OTHER.name());
        assertThat(issued.format()).isEqualTo(TokenFormat.V006);
        assertThat(issued.expiresAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(read(issued).isSignedBy(OTHER_CERTIFICATE, "ann", "")).isTrue();
    }

    @Test
    void prefersWhatTheRequestSays() {
        IssuedToken issued = issuer(IssuingDefaults.STANDARD)
                .issue(REQUEST.withProject(OTHER.name())
                        .withFormat(TokenFormat.V006)
                        .withLifetime(Lifetime.ofSeconds(90)));

        assertThat(issued.project()).isEqualTo(OTHER.name());
        assertThat(issued.appId()).isEqualTo(OTHER.appId());
        assertThat(issued.format()).isEqualTo(TokenFormat.V006);
        assertThat(issued.expiresAt()).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void refusesProjectsThatAreNotConfigured() {
        TokenRequest request = REQUEST.withProject(ProjectName.of("nobody"));

        assertThatExceptionOfType(UnknownProjectException.class)
                .isThrownBy(() -> issuer(IssuingDefaults.STANDARD).issue(request))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo("unknown_project");
                    verify("unknown project", failure.getMessage());
                    verify("unknown project, locally", failure.localMessage());
                });
    }

    @Test
    void rejectsRequestsWithoutAProjectWhereThereIsNoDefault() {
        IssuingDefaults noDefault = new IssuingDefaults(
                ProjectName.of("nobody"), IssuingDefaults.STANDARD.format(), IssuingDefaults.STANDARD.lifetime());

        assertThatExceptionOfType(UnknownProjectException.class)
                .isThrownBy(() -> issuer(noDefault).issue(REQUEST))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo("unknown_project");
                    verify("no default project", failure.getMessage());
                    verify("no default project, locally", failure.localMessage());
                });
    }

    @Test
    void refusesWhatTheMintRefuses() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> issuer(IssuingDefaults.STANDARD).issue(TokenRequest.forServices(List.of())))
                .returns("services", InvalidValueException::field);
    }

    @Test
    void keepsItsOwnCopyOfTheServicesAskedFor() {
        List<Service> services = new ArrayList<>(SERVICES);
        TokenRequest request = TokenRequest.forServices(services);

        services.clear();

        assertThat(request.services()).isEqualTo(SERVICES);
    }

    private static TokenIssuer issuer(IssuingDefaults defaults) {
        Projects projects = Projects.of(List.of(PROJECT, OTHER));
        return new TokenIssuer(projects, defaults, InstantSource.fixed(NOW), () -> Salt.of(7));
    }
}
