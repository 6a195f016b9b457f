package dev.agoratoken.verify;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.UnknownProjectException;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.verify.check.CertificateAsAppId;
import dev.agoratoken.verify.check.ContentChecks;
import dev.agoratoken.verify.check.FindingCollector;
import dev.agoratoken.verify.check.SdkErrors;
import dev.agoratoken.verify.check.ServiceSelector;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import dev.agoratoken.verify.grant.GrantedService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Verifier of tokens: checks text, signature, times, names and privileges as Agora does. The signature may be of any
 * certificate of any project with the App ID of the token. Thread-safe.
 */
public final class Verifier {
    private static final int MAX_WEB_LENGTH = 2047;

    private final Projects projects;
    private final InstantSource clock;
    private final boolean demo;
    private final boolean exact;

    /**
     * Creates a verifier; without projects, signatures remain unchecked.
     *
     * @param projects the projects whose certificates sign tokens; may be empty
     * @param clock the time of checks that name none
     */
    public Verifier(Projects projects, InstantSource clock) {
        this(projects, clock, false, false);
    }

    private Verifier(Projects projects, InstantSource clock, boolean demo, boolean exact) {
        this.projects = projects;
        this.clock = clock;
        this.demo = demo;
        this.exact = exact;
    }

    /**
     * {@return a verifier with projects that Agora does not know, which every verification of their tokens says}
     *
     * @param projects projects that were generated for this run
     * @param clock the time of checks that name none
     */
    public static Verifier ofDemo(Projects projects, InstantSource clock) {
        return new Verifier(projects, clock, true, false);
    }

    /**
     * Returns a copy that rejects text around a token, because an SDK rejects it. Other verifiers find the token in
     * pasted text, verify it, and note that.
     *
     * @return a verifier with the same projects and clock
     */
    public Verifier rejectingTextAround() {
        return new Verifier(projects, clock, demo, true);
    }

    /**
     * Verifies any text. Never throws; memory and time are bounded.
     *
     * @param request the token, and what the client wants to do with it
     * @return the verdict and all findings
     */
    public Verification verify(VerificationRequest request) {
        Expectation expected = request.expected();
        ParsedInput parsedInput = ParsedInput.of(
                request.text(), content -> ServiceSelector.matchLevel(GrantedService.of(content), expected));
        FindingCollector findingCollector = new FindingCollector();
        List<Finding> ofText = parsedInput.inspection().findings();
        findingCollector.addAll(exact ? TextFindings.asErrors(ofText) : ofText);
        if (parsedInput.reading().isEmpty()) {
            return verification(false, List.of(), expected, findingCollector, parsedInput);
        }
        DecodedToken decodedToken = parsedInput.reading().get();
        List<GrantedService> services = GrantedService.of(decodedToken.content());
        reportText(parsedInput.length(), decodedToken, findingCollector);
        boolean signed = new ContentChecks(projects, decodedToken, services, expected, findingCollector)
                .report(request.at().orElseGet(this::now), request.skew());
        if (demo && signed) {
            reportDemo(decodedToken.content().appId(), findingCollector);
        }
        return verification(signed, services, expected, findingCollector, parsedInput);
    }

    /**
     * Inspects any text, without its configured certificates: a swapped App ID is a finding. Never throws.
     *
     * @param text any text
     * @return the content, or why the text cannot be read
     */
    public Inspection inspect(String text) {
        Inspection inspection = Inspection.of(text);
        if (inspection instanceof Inspection.Readable readable
                && CertificateAsAppId.isCertificate(readable.content().appId().value(), projects.all())) {
            FindingCollector findingCollector = new FindingCollector();
            findingCollector.add(CertificateAsAppId.FINDING);
            findingCollector.addAll(readable.findings());
            inspection = new Inspection.Readable(
                    readable.content(), readable.signatureHex(), findingCollector.byImportance());
        }
        return CertificateRedactor.redact(inspection, projects.all());
    }

    /**
     * {@return the App ID of a project, to expect it in a token}
     *
     * @param name the name of a project
     * @throws UnknownProjectException if the project is not configured
     */
    public AppId appIdOf(ProjectName name) {
        return projects.find(name).map(Project::appId).orElseThrow(() -> UnknownProjectException.named(name, projects));
    }

    private Instant now() {
        Instant now = clock.instant();
        if (now == null) {
            throw new InvalidValueException("clock", "the clock returned null", "return a time for each call");
        }
        return now;
    }

    private static void reportDemo(AppId appId, FindingCollector findingCollector) {
        findingCollector.warn(
                FindingCode.DEMO_PROJECT,
                "the token is for the demo App ID " + appId + ", which Agora does not know; Agora rejects the token",
                "start the server without --demo, with the App ID and certificate of your project");
    }

    private static void reportText(int length, DecodedToken decodedToken, FindingCollector findingCollector) {
        if (length > MAX_WEB_LENGTH) {
            findingCollector.warn(
                    FindingCode.TOO_LONG_FOR_WEB_SDK,
                    "the token has " + length + " characters, but the Web SDK accepts at most " + MAX_WEB_LENGTH,
                    "put fewer services or permissions into the token");
        }
        if (decodedToken.content().format() == TokenFormat.V006) {
            findingCollector.note(
                    FindingCode.FORMAT_006,
                    "the token has the older format 006, which contains one service and only checksums of names",
                    "use format 007 unless clients older than 2022 must read the token");
        }
    }

    private Verification verification(
            boolean signed,
            List<GrantedService> services,
            Expectation expected,
            FindingCollector findingCollector,
            ParsedInput parsedInput) {
        List<Finding> sorted = CertificateRedactor.redact(findingCollector.byImportance(), projects.all());
        boolean rejected = !sorted.isEmpty() && sorted.get(0).severity() == Severity.ERROR;
        Verdict verdict = rejected ? Verdict.REFUSED : signed ? Verdict.ACCEPTED : Verdict.UNDECIDED;
        return new Verification(
                verdict,
                signed,
                signed ? TextFindings.withVerdictInside(sorted) : sorted,
                rejected
                        ? SdkErrors.of(
                                sorted.get(0).code(),
                                findingCollector.subjectOf(sorted.get(0).code()),
                                services,
                                expected)
                        : List.of(),
                CertificateRedactor.redact(parsedInput.inspection(), projects.all()));
    }
}
