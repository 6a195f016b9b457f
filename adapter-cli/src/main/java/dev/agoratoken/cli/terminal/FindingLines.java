package dev.agoratoken.cli.terminal;

import dev.agoratoken.wire.FindingDocument;

/** A finding as one line: how grave, which, what is wrong, what to do. */
public final class FindingLines {
    private FindingLines() {}

    public static String of(FindingDocument finding, Paint paint) {
        String severity = finding.severity()
                + " ".repeat(Math.max(0, 8 - finding.severity().length()));
        return switch (finding.severity()) {
                    case "error" -> paint.bad(severity);
                    case "warning" -> paint.doubtful(severity);
                    default -> paint.faint(severity);
                }
                + finding.code() + ": " + finding.message() + "; " + finding.remedy();
    }
}
