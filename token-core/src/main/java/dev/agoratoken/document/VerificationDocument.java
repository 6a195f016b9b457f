package dev.agoratoken.document;

import dev.agoratoken.verify.Verification;
import java.util.List;

/**
 * Whether Agora would accept a token, and why not.
 *
 * @param verdict {@code accepted}, {@code refused} or {@code undecided}
 * @param findings in order of importance
 * @param sdkErrors what the SDK reports to a client whose token has the first error
 */
public record VerificationDocument(
        String verdict, List<FindingDocument> findings, List<String> sdkErrors, InspectionDocument inspection) {
    public static VerificationDocument from(Verification verification) {
        InspectionDocument inspection = InspectionDocument.from(verification.inspection(), verification.signed());
        return new VerificationDocument(
                verification.verdict().label(),
                FindingDocument.from(verification.findings()),
                verification.sdkErrors(),
                InspectionDocument.hidesAppId(verification.findings()) ? inspection.withoutAppId() : inspection);
    }
}
