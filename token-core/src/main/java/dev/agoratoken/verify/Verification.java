package dev.agoratoken.verify;

import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import java.util.List;

/**
 * The result of a verification. Its text shows the findings, and redacts the token.
 *
 * @param verdict whether Agora would accept the token
 * @param signed whether a configured certificate of the App ID signed the token
 * @param findings all findings, with those of the inspection, the most severe first; compare their {@link
 *     Finding#code()}, because messages may change
 * @param sdkErrors the error texts that clients show if Agora rejects the token
 * @param inspection the content of the token, if it can be read
 */
public record Verification(
        Verdict verdict, boolean signed, List<Finding> findings, List<String> sdkErrors, Inspection inspection) {
    /** Copies the lists. */
    public Verification {
        findings = List.copyOf(findings);
        sdkErrors = List.copyOf(sdkErrors);
    }

    /**
     * Whether Agora would accept the token: a certificate of the project signed it, and no error was found. What the
     * expectation does not name is not compared: a token for one channel or user is accepted with the warning {@link
     * FindingCode#CHANNEL_NOT_GIVEN} or {@link FindingCode#USER_NOT_GIVEN} then. It is false as well if the signature could
     * not be checked.
     *
     * @return whether the verdict is {@link Verdict#ACCEPTED}
     */
    public boolean accepted() {
        return verdict == Verdict.ACCEPTED;
    }

    /**
     * {@return whether one of the findings has that code, whatever its severity}
     *
     * @param code such as {@link FindingCode#EXPIRED}
     */
    public boolean has(FindingCode code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }
}
