package dev.agoratoken.verify;

import java.util.List;

/**
 * Whether Agora would accept a token, and why not.
 *
 * @param signed whether a known certificate of its App ID is known to have signed it
 * @param findings in order of importance, those of the inspection included
 * @param sdkErrors what a client shows that is refused for the errors among them
 */
public record Verification(
        Verdict verdict, boolean signed, List<Finding> findings, List<String> sdkErrors, Inspection inspection) {
    public Verification {
        findings = List.copyOf(findings);
        sdkErrors = List.copyOf(sdkErrors);
    }
}
