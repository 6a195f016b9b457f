package dev.agoratoken.verify;

import dev.agoratoken.codec.TokenCodec.Reading;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.UnknownProjectException;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenFormat;
import java.time.InstantSource;
import java.util.List;

/**
 * Says whether Agora would accept a token, as far as one can see from outside: by its signature, its times, its names and
 * its privileges. All certificates of all projects with the token's App ID count. Thread-safe.
 */
public final class Verifier {
    private static final int LONGEST_ON_WEB = 2047;

    private final Projects projects;
    private final InstantSource clock;

    /** A verifier with those projects, which may be none at all. */
    public Verifier(Projects projects, InstantSource clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /** Verifies a text, whatever it is. Never throws; what it takes of memory and time is bounded. */
    public Verification verify(VerificationRequest request) {
        Expectation expected = request.expected();
        Examination examination =
                Examination.of(request.text(), content -> PlaceCheck.fit(ServiceRight.of(content), expected));
        Findings findings = new Findings();
        findings.addAll(examination.inspection().findings());
        if (examination.reading().isEmpty()) {
            return verification(Signature.UNCHECKED, List.of(), expected, findings, examination);
        }
        Reading reading = examination.reading().get();
        List<ServiceRight> rights = ServiceRight.of(reading.content());
        reportText(examination.length(), reading, findings);
        List<ServiceRight> chosen = new PlaceCheck(rights, reading.content(), expected, findings).choose();
        TimeCheck time =
                new TimeCheck(reading.content(), request.at().orElseGet(clock::instant), request.skew(), findings);
        time.report();
        new NeedCheck(expected, time, findings).report(chosen);
        new PrivilegeCheck(time, findings).report(chosen);
        new NameCheck(expected, findings).report(chosen);
        Signature signature = new SignatureCheck(projects, reading, expected, findings).report();
        return verification(signature, rights, expected, findings, examination);
    }

    /**
     * The App ID of a project, to expect it in a token.
     *
     * @throws UnknownProjectException if the project is not configured
     */
    public AppId appIdOf(ProjectName name) {
        return projects.find(name).map(Project::appId).orElseThrow(() -> new UnknownProjectException(name));
    }

    private static void reportText(int length, Reading reading, Findings findings) {
        if (length > LONGEST_ON_WEB) {
            findings.warn(
                    FindingCode.TOO_LONG_FOR_WEB_SDK,
                    "the token has " + length + " characters, and the web SDK takes at most " + LONGEST_ON_WEB,
                    "put fewer services or permissions into one token");
        }
        if (reading.content().format() == TokenFormat.V006) {
            findings.note(
                    FindingCode.FORMAT_006,
                    "the token is of format 006 of 2019, which holds one service and no names",
                    "make tokens of format 007 unless a client older than 2022 has to read them");
        }
    }

    private static Verification verification(
            Signature signature,
            List<ServiceRight> rights,
            Expectation expected,
            Findings findings,
            Examination examination) {
        List<Finding> sorted = findings.byImportance();
        boolean refused = !sorted.isEmpty() && sorted.get(0).severity() == Severity.ERROR;
        Verdict verdict =
                refused ? Verdict.REFUSED : signature == Signature.GOOD ? Verdict.ACCEPTED : Verdict.UNDECIDED;
        return new Verification(
                verdict,
                signature == Signature.GOOD,
                sorted,
                refused ? SdkErrors.of(sorted, rights, expected) : List.of(),
                examination.inspection());
    }
}
