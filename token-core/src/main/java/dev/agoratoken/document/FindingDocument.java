package dev.agoratoken.document;

import dev.agoratoken.verify.finding.Finding;
import java.util.List;

/**
 * One finding about a token.
 *
 * @param severity {@code error}, {@code warning} or {@code note}
 */
public record FindingDocument(String code, String severity, String message, String remedy) {
    public static FindingDocument from(Finding finding) {
        return new FindingDocument(
                finding.code().label(), finding.severity().label(), finding.message(), finding.remedy());
    }

    static List<FindingDocument> from(List<Finding> findings) {
        return findings.stream().map(FindingDocument::from).toList();
    }
}
