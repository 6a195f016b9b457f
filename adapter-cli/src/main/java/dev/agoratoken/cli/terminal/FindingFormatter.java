package dev.agoratoken.cli.terminal;

import dev.agoratoken.document.FindingDocument;

/** Formats a finding as one line: severity, code, message, remedy. */
public final class FindingFormatter {
    private FindingFormatter() {}

    public static String of(FindingDocument finding, AnsiStyle ansiStyle) {
        String severity = finding.severity()
                + " ".repeat(Math.max(0, 8 - finding.severity().length()));
        return switch (finding.severity()) {
                    case "error" -> ansiStyle.error(severity);
                    case "warning" -> ansiStyle.warning(severity);
                    default -> ansiStyle.dim(severity);
                }
                + finding.code() + ": " + finding.message() + "; " + finding.remedy();
    }
}
