package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.APP_ID_MISMATCH;
import static dev.agoratoken.verify.finding.FindingCode.CERTIFICATE_AS_APP_ID;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.token.AppId;
import dev.agoratoken.verify.expectation.Expectation;
import java.util.List;

/** Check of the App ID of a token against the client and the configured projects. */
final class AppIdCheck {
    private final List<Project> projects;
    private final AppId appId;
    private final Expectation expected;
    private final FindingCollector findingCollector;
    private final boolean isConfigured;

    AppIdCheck(List<Project> projects, AppId appId, Expectation expected, FindingCollector findingCollector) {
        this.projects = projects;
        this.appId = appId;
        this.expected = expected;
        this.findingCollector = findingCollector;
        this.isConfigured =
                projects.stream().anyMatch(project -> project.appId().equals(appId));
    }

    /** Returns whether a project has the App ID; in other case only if none has it exactly. */
    boolean fits(Project project) {
        return isConfigured
                ? project.appId().equals(appId)
                : project.appId().value().equalsIgnoreCase(appId.value());
    }

    /** Reports the App ID, and returns whether the signature can be checked. */
    boolean report() {
        if (CertificateAsAppId.isCertificate(appId.value(), projects)) {
            findingCollector.add(CertificateAsAppId.FINDING);
            return false;
        }
        expected.appId().filter(id -> !id.equals(appId)).ifPresent(this::reportClient);
        if (!isConfigured) {
            projects.stream().filter(this::fits).findFirst().ifPresent(this::reportCase);
        }
        return true;
    }

    private void reportClient(AppId given) {
        if (CertificateAsAppId.isCertificate(given.value(), projects)) {
            findingCollector.error(
                    CERTIFICATE_AS_APP_ID,
                    "the client uses a configured certificate as its App ID",
                    "use App ID " + appId
                            + " in the client, and replace the certificate in the Agora Console: every client shows it");
            return;
        }
        findingCollector.error(
                APP_ID_MISMATCH,
                "the token is for App ID " + appId + ", but the client uses " + given + difference(given),
                "use the same App ID in the client and on the server that makes tokens");
    }

    private void reportCase(Project project) {
        findingCollector.error(
                APP_ID_MISMATCH,
                "the token is for App ID " + appId + ", but project " + project.name() + " has " + project.appId()
                        + difference(project.appId()),
                "copy the App ID from the Agora Console to the server that makes tokens, in the same case");
    }

    private String difference(AppId other) {
        return other.value().equalsIgnoreCase(appId.value()) ? ": upper and lower case differ" : "";
    }
}
