package dev.agoratoken.verify.check;

import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import dev.agoratoken.verify.grant.GrantedService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collector of the findings about one token. It keeps one finding per code, the first of the highest severity, because
 * a token with many services can have the same problem in each of them. Not thread-safe.
 */
public final class FindingCollector {
    /** The most severe first; of equal severity, causes before consequences. */
    private static final Comparator<Finding> BY_IMPORTANCE =
            Comparator.comparing(Finding::severity).thenComparing(Finding::code);

    private static final Set<FindingCode> NAME_MISMATCHES = EnumSet.of(
            FindingCode.CHANNEL_AND_USER_SWAPPED,
            FindingCode.USER_IN_WRONG_FIELD,
            FindingCode.NAME_UNDEFINED,
            FindingCode.NAME_MISFORMATTED,
            FindingCode.CHANNEL_MISMATCH,
            FindingCode.USER_MISMATCH,
            FindingCode.CLASSROOM_CHAT_USER,
            FindingCode.NUMBER_FOR_ACCOUNT,
            FindingCode.ACCOUNT_FOR_NUMBER,
            FindingCode.LITERAL_ZERO_ACCOUNT);

    /** Empty at first, because most tokens have no findings. */
    private final List<Finding> list = new ArrayList<>(0);

    private final Map<FindingCode, ServiceType> subjects = new HashMap<>();

    /** Whether the token has services of several types, so that messages have to name the service. */
    private boolean severalServices;

    private @Nullable ServiceType subject;

    /** Lets messages name their service if the token has services of several types. */
    void distinguish(List<GrantedService> services) {
        for (int i = 1; i < services.size(); i++) {
            severalServices |= services.get(i).type() != services.get(0).type();
        }
    }

    /** Runs a check whose findings are about a service. */
    void about(ServiceType service, Runnable check) {
        ServiceType outer = subject;
        subject = severalServices ? service : null;
        check.run();
        subject = outer;
    }

    public void error(FindingCode code, String message, String remedy) {
        add(new Finding(code, Severity.ERROR, message, remedy));
    }

    public void warn(FindingCode code, String message, String remedy) {
        add(new Finding(code, Severity.WARNING, message, remedy));
    }

    public void note(FindingCode code, String message, String remedy) {
        add(new Finding(code, Severity.NOTE, message, remedy));
    }

    public void add(Finding finding) {
        if (subject == null) {
            addAsIs(finding);
            return;
        }
        String message = subject.label() + ": " + finding.message();
        if (addAsIs(new Finding(finding.code(), finding.severity(), message, finding.remedy()))) {
            subjects.put(finding.code(), subject);
        }
    }

    /** Returns whether the finding was added, and not a more severe one of its code kept. */
    private boolean addAsIs(Finding finding) {
        int index = indexOf(finding.code());
        if (index >= 0 && finding.severity().compareTo(list.get(index).severity()) >= 0) {
            return false;
        }
        if (index < 0) {
            list.add(finding);
        } else {
            list.set(index, finding);
        }
        subjects.remove(finding.code());
        return true;
    }

    /** The service that the finding is about, if the token has services of several types. */
    public Optional<ServiceType> subjectOf(FindingCode code) {
        return Optional.ofNullable(subjects.get(code));
    }

    public void addAll(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            addAsIs(findings.get(i));
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
    public List<Finding> byImportance() {
        list.sort(BY_IMPORTANCE);
        return List.copyOf(list);
    }
}
