package dev.agoratoken.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers what is found out about one token. Of each code the first of the gravest is kept: a token with a thousand services
 * has the same fault a thousand times. Not for sharing.
 */
final class FindingCollector {
    private static final Set<FindingCode> NAME_MISMATCHES = EnumSet.of(
            FindingCode.CHANNEL_MISMATCH,
            FindingCode.USER_MISMATCH,
            FindingCode.NUMBER_FOR_ACCOUNT,
            FindingCode.ACCOUNT_FOR_NUMBER,
            FindingCode.LITERAL_ZERO_ACCOUNT);

    /** Of the size that most tokens need. */
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
        int known = indexOf(finding.code());
        if (known < 0) {
            list.add(finding);
        } else if (finding.severity().compareTo(list.get(known).severity()) < 0) {
            list.set(known, finding);
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

    /** Takes back that the names do not fit, where something else explains it. */
    void removeNameMismatches() {
        list.removeIf(finding -> NAME_MISMATCHES.contains(finding.code()));
    }

    boolean hasNameMismatch() {
        return list.stream()
                .anyMatch(finding -> finding.severity() == Severity.ERROR && NAME_MISMATCHES.contains(finding.code()));
    }

    List<Finding> byImportance() {
        list.sort(Finding.BY_IMPORTANCE);
        return List.copyOf(list);
    }
}
