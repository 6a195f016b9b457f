package dev.agoratoken.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Collector of the findings about one token. It keeps one finding per code, the first of the highest severity, because
 * a token with many services can have the same problem in each of them. Not thread-safe.
 */
final class FindingCollector {
    private static final Set<FindingCode> NAME_MISMATCHES = EnumSet.of(
            FindingCode.CHANNEL_MISMATCH,
            FindingCode.USER_MISMATCH,
            FindingCode.NUMBER_FOR_ACCOUNT,
            FindingCode.ACCOUNT_FOR_NUMBER,
            FindingCode.LITERAL_ZERO_ACCOUNT);

    /** Empty at first, because most tokens have no findings. */
    private final List<Finding> list = new ArrayList<>(0);

    void error(FindingCode code, String message, String remedy) {
        add(new Finding(code, Severity.ERROR, message, remedy));
    }

    void warn(FindingCode code, String message, String remedy) {
        add(new Finding(code, Severity.WARNING, message, remedy));
    }

    void note(FindingCode code, String message, String remedy) {
        add(new Finding(code, Severity.NOTE, message, remedy));
    }

    void add(Finding finding) {
        int index = indexOf(finding.code());
        if (index < 0) {
            list.add(finding);
        } else if (finding.severity().compareTo(list.get(index).severity()) < 0) {
            list.set(index, finding);
        }
    }

    void addAll(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            add(findings.get(i));
        }
    }

    boolean has(FindingCode code) {
        return indexOf(code) >= 0;
    }

    private int indexOf(FindingCode code) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).code() == code) {
                return i;
            }
        }
        return -1;
    }

    /** Removes name mismatches, if another finding explains them. */
    void removeNameMismatches() {
        list.removeIf(finding -> NAME_MISMATCHES.contains(finding.code()));
    }

    boolean hasNameMismatch() {
        return list.stream()
                .anyMatch(finding -> finding.severity() == Severity.ERROR && NAME_MISMATCHES.contains(finding.code()));
    }

    /** Returns the findings, the most severe first. */
    List<Finding> byImportance() {
        list.sort(Finding.BY_IMPORTANCE);
        return List.copyOf(list);
    }
}
