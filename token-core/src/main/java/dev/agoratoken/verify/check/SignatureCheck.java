package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.APP_ID_UNKNOWN;
import static dev.agoratoken.verify.finding.FindingCode.SIGNATURE_MISMATCH;
import static dev.agoratoken.verify.finding.FindingCode.SIGNATURE_UNCHECKED;
import static dev.agoratoken.verify.finding.FindingCode.SIGNED_BY_SECONDARY;

import dev.agoratoken.codec.CertificateVariant;
import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import java.util.List;

/** Check of the signature of a token. */
final class SignatureCheck {
    private static final String CHECK_REMEDY =
            "set the certificate on the server that makes tokens exactly as the Agora Console shows it";

    private final List<Project> projects;
    private final DecodedToken decodedToken;
    private final AppIdCheck appIds;
    private final AppId appId;
    private final Expectation expected;
    private final FindingCollector findingCollector;

    SignatureCheck(
            Projects projects, DecodedToken decodedToken, Expectation expected, FindingCollector findingCollector) {
        this.projects = projects.all();
        this.decodedToken = decodedToken;
        this.appId = decodedToken.content().appId();
        this.appIds = new AppIdCheck(this.projects, appId, expected, findingCollector);
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    /** Reports App ID and signature; returns whether a certificate of the App ID signed the token. */
    boolean report() {
        if (!appIds.report()) {
            return false;
        }
        if (decodedToken.content() instanceof TokenContent.V006 token) {
            Format006Names names = Format006Names.of(token, expected);
            if (names == null) {
                reportMissingNames(token);
                return false;
            }
            return names.report(this, findingCollector);
        }
        return report(new Signer() {
            @Override
            public boolean isSignedBy(AppCertificate certificate) {
                return decodedToken.isSignedBy(certificate);
            }

            @Override
            public boolean isSignedBy(AppCertificate certificate, CertificateVariant variant) {
                return decodedToken.isSignedBy(certificate, variant);
            }
        });
    }

    /** Reports which configured certificate signed the token of format 006 with the names. */
    boolean report(String channel, String user) {
        return report(signer(channel, user));
    }

    /** Returns whether a certificate of the App ID signed the token of format 006 with the names. */
    boolean isSignedByAny(String channel, String user) {
        Signer signer = signer(channel, user);
        return projects.stream().filter(appIds::fits).anyMatch(project -> signerIn(project, signer) >= 0);
    }

    private Signer signer(String channel, String user) {
        return new Signer() {
            @Override
            public boolean isSignedBy(AppCertificate certificate) {
                return decodedToken.isSignedBy(certificate, channel, user);
            }

            @Override
            public boolean isSignedBy(AppCertificate certificate, CertificateVariant variant) {
                return decodedToken.isSignedBy(certificate, variant, channel, user);
            }
        };
    }

    private boolean report(Signer signer) {
        if (projects.isEmpty()) {
            findingCollector.warn(
                    SIGNATURE_UNCHECKED,
                    "no certificate is configured, so the signature was not checked",
                    "configure App ID " + appId + " with its certificate on the server, and verify the token there");
            return false;
        }
        boolean known = false;
        for (Project project : projects) {
            if (appIds.fits(project)) {
                known = true;
                int index = signerIn(project, signer);
                if (index >= 0) {
                    reportSecondary(project, index);
                    return true;
                }
            }
        }
        reportUnknownSigner(known, signer);
        return false;
    }

    /** Returns the index of the certificate that signed the token; -1 if none did. */
    private static int signerIn(Project project, Signer signer) {
        List<AppCertificate> certificates = project.certificates();
        for (int i = 0; i < certificates.size(); i++) {
            if (signer.isSignedBy(certificates.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private void reportSecondary(Project project, int index) {
        if (index > 0) {
            findingCollector.note(
                    SIGNED_BY_SECONDARY,
                    "certificate " + (index + 1) + " of project " + project.name() + " signed the token, not the first",
                    "keep that certificate enabled until its tokens expire, and sign tokens for REST APIs with the first");
        }
    }

    private void reportUnknownSigner(boolean known, Signer signer) {
        for (Project project : projects) {
            if (!appIds.fits(project) && signerIn(project, signer) >= 0) {
                findingCollector.error(
                        SIGNATURE_MISMATCH,
                        "the token is for App ID " + appId + ", but a certificate of project " + project.name()
                                + " (App ID " + project.appId() + ") signed it",
                        "set App ID and certificate of the same project on the server that makes tokens");
                return;
            }
        }
        if (known) {
            findingCollector.add(mismatch(signer));
        } else {
            reportUnknownAppId();
        }
    }

    private Finding mismatch(Signer signer) {
        if (signer.isSignedBy(AppCertificate.of(appId.value()))) {
            return mismatch("the App ID signed the token instead of the certificate", CHECK_REMEDY);
        }
        for (Project project : projects) {
            for (int i = 0; appIds.fits(project) && i < project.certificates().size(); i++) {
                for (CertificateVariant variant : CertificateVariant.values()) {
                    if (signer.isSignedBy(project.certificates().get(i), variant)) {
                        return mismatch(problem(project, i, variant), CHECK_REMEDY);
                    }
                }
            }
        }
        return mismatch(
                "no configured certificate of App ID " + appId
                        + " signed the token: another certificate signed it, or it was changed",
                "copy the certificate of that App ID from the Agora Console to the server that makes tokens");
    }

    private static Finding mismatch(String problem, String remedy) {
        return new Finding(SIGNATURE_MISMATCH, Severity.ERROR, problem, remedy);
    }

    /** Returns that something near a certificate signed the token. */
    private static String problem(Project project, int index, CertificateVariant variant) {
        String certificate = variant.isUnset()
                ? "the server that made the token had no certificate: it signed with "
                : "certificate " + (index + 1) + " of project " + project.name() + " signed the token, but ";
        return certificate + variant.description();
    }

    private void reportUnknownAppId() {
        if (!findingCollector.has(FindingCode.APP_ID_MISMATCH)) {
            findingCollector.warn(
                    APP_ID_UNKNOWN,
                    "the token is for App ID " + appId + ", which no configured project has",
                    "configure that App ID with its certificate on the server, or make the token for a configured App ID");
        }
    }

    private void reportMissingNames(TokenContent.V006 token) {
        findingCollector.warn(
                SIGNATURE_UNCHECKED,
                "format 006 signs names that are not in the token, so the signature was not checked",
                "enter " + Format006Names.missing(token, expected));
    }

    /** A token with all that its signature covers. */
    private interface Signer {
        boolean isSignedBy(AppCertificate certificate);

        boolean isSignedBy(AppCertificate certificate, CertificateVariant variant);
    }
}
