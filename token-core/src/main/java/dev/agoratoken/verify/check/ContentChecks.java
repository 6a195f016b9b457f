package dev.agoratoken.verify.check;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.grant.GrantedService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The checks of a token that can be read, in their order. */
public final class ContentChecks {
    private final Projects projects;
    private final DecodedToken decodedToken;
    private final List<GrantedService> services;
    private final Expectation expected;
    private final FindingCollector findingCollector;

    public ContentChecks(
            Projects projects,
            DecodedToken decodedToken,
            List<GrantedService> services,
            Expectation expected,
            FindingCollector findingCollector) {
        this.projects = projects;
        this.decodedToken = decodedToken;
        this.services = services;
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    /** Reports everything about the content at a moment, and whether the signature is valid. */
    public boolean report(Instant at, Duration skew) {
        TokenContent content = decodedToken.content();
        findingCollector.distinguish(services);
        List<GrantedService> chosen = new ServiceSelector(services, content, expected, findingCollector).select();
        new SignalingFieldCheck(expected, findingCollector).report(content, chosen);
        TimeCheck time = new TimeCheck(content, at, skew, findingCollector);
        time.report();
        new RequiredPrivilegeCheck(expected, time, findingCollector).report(chosen);
        new PrivilegeCheck(time, findingCollector).report(chosen);
        new ClassroomCheck(expected, findingCollector).report(services, chosen);
        new NotGivenCheck(expected, findingCollector).report(chosen);
        new NameCheck(expected, findingCollector).report(chosen);
        return new SignatureCheck(projects, decodedToken, expected, findingCollector).report();
    }
}
