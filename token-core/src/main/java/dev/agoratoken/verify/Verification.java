package dev.agoratoken.verify;

import java.util.List;

/**
 * The result of a verification.
 *
 * @param signed whether a configured certificate of the App ID signed the token
 * @param findings all findings, with those of the inspection, the most severe first
 * @param sdkErrors the error texts that clients show if Agora rejects the token
 */
public record Verification(
        Verdict verdict, boolean signed, List<Finding> findings, List<String> sdkErrors, Inspection inspection) {
    public Verification {
        findings = List.copyOf(findings);
        sdkErrors = List.copyOf(sdkErrors);
    }

    /** Whether Agora would accept the token: a certificate of the project signed it, and no error was found. */
    public boolean accepted() {
        return verdict == Verdict.ACCEPTED;
    }
}
