package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.APP_ID_MISMATCH;
import static dev.agoratoken.verify.FindingCode.APP_ID_UNKNOWN;
import static dev.agoratoken.verify.FindingCode.SIGNATURE_MISMATCH;
import static dev.agoratoken.verify.FindingCode.SIGNATURE_UNCHECKED;
import static dev.agoratoken.verify.FindingCode.SIGNED_BY_SECONDARY;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.service.TokenContent;
import java.util.List;
import java.util.function.Predicate;

/** Check of the signature and the App ID of a token. */
final class SignatureCheck {
    private final List<Project> projects;
    private final DecodedToken decodedToken;
    private final AppId appId;
    private final Expectation expected;
    private final FindingCollector findingCollector;

    SignatureCheck(
            Projects projects, DecodedToken decodedToken, Expectation expected, FindingCollector findingCollector) {
        this.projects = projects.all();
        this.decodedToken = decodedToken;
        this.appId = decodedToken.content().appId();
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    /** Reports App ID and signature. */
    SignatureStatus report() {
        reportAppId();
        if (decodedToken.content() instanceof TokenContent.V006 token) {
            Format006Names names = Format006Names.of(token, expected);
            return names == null ? reportMissingNames() : names.report(this, findingCollector);
        }
        return report(decodedToken::isSignedBy);
    }

    /** Reports which configured certificate signed the token, as decided by the predicate. */
    SignatureStatus report(Predicate<AppCertificate> signer) {
        if (projects.isEmpty()) {
            findingCollector.warn(
                    SIGNATURE_UNCHECKED,
                    "no certificate is configured, so the signature was not checked",
                    "configure App ID " + appId + " with its certificate on the server, and verify the token there");
            return SignatureStatus.UNCHECKED;
        }
        boolean known = false;
        for (Project project : projects) {
            if (project.appId().equals(appId)) {
                known = true;
                int index = signerIn(project, signer);
                if (index >= 0) {
                    reportSecondary(project, index);
                    return SignatureStatus.VALID;
                }
            }
        }
        return reportUnknownSigner(known, signer);
    }

    boolean isSignedByAny(Predicate<AppCertificate> signer) {
        return projects.stream()
                .filter(project -> project.appId().equals(appId))
                .anyMatch(project -> signerIn(project, signer) >= 0);
    }

    boolean isSignedBy(AppCertificate certificate, String channel, String user) {
        return decodedToken.isSignedBy(certificate, channel, user);
    }

    /** Returns the index of the certificate that signed the token; -1 if none did. */
    private static int signerIn(Project project, Predicate<AppCertificate> signer) {
        List<AppCertificate> certificates = project.certificates();
        for (int i = 0; i < certificates.size(); i++) {
            if (signer.test(certificates.get(i))) {
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

    private SignatureStatus reportUnknownSigner(boolean known, Predicate<AppCertificate> signer) {
        for (Project project : projects) {
            if (!project.appId().equals(appId) && signerIn(project, signer) >= 0) {
                findingCollector.error(
                        SIGNATURE_MISMATCH,
                        "the token is for App ID " + appId + ", but a certificate of project " + project.name()
                                + " (App ID " + project.appId() + ") signed it",
                        "sign on the server with the certificate of App ID " + appId);
                return SignatureStatus.INVALID;
            }
        }
        return known ? reportMismatch() : reportUnknownAppId();
    }

    private SignatureStatus reportMismatch() {
        findingCollector.error(
                SIGNATURE_MISMATCH,
                "no configured certificate of App ID " + appId
                        + " signed the token: another certificate signed it, or it was changed",
                "copy App ID and certificate of the same project from the Agora Console to the server that makes tokens");
        return SignatureStatus.INVALID;
    }

    private SignatureStatus reportUnknownAppId() {
        if (!findingCollector.has(APP_ID_MISMATCH)) {
            findingCollector.warn(
                    APP_ID_UNKNOWN,
                    "the token is for App ID " + appId + ", which no configured project has",
                    "configure that App ID with its certificate on the server, or make the token for a configured App ID");
        }
        return SignatureStatus.UNCHECKED;
    }

    private SignatureStatus reportMissingNames() {
        findingCollector.warn(
                SIGNATURE_UNCHECKED,
                "format 006 signs names that are not in the token, so the signature was not checked",
                "enter the channel and user, or the user id for Signaling");
        return SignatureStatus.UNCHECKED;
    }

    private void reportAppId() {
        if (expected.appId().isPresent() && !expected.appId().get().equals(appId)) {
            String given = expected.appId().get().value();
            findingCollector.error(
                    APP_ID_MISMATCH,
                    "the token is for App ID " + appId + ", but the client uses " + given
                            + (given.equalsIgnoreCase(appId.value()) ? ": upper and lower case differ" : ""),
                    "use the same App ID in the client and on the server that makes tokens");
        }
    }
}
