package dev.agoratoken.verify;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Factory of tokens with one problem each, and of a verifier with their certificates. */
public final class DiagnosisFixture {
    public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    public static final AppId APP_ID = AppId.of("970CA35de60c44645bbae8a215061b33");
    public static final AppCertificate FIRST = AppCertificate.of("5CFd2fd1755d40ecb72977518be15d3b");
    public static final AppCertificate SECOND = AppCertificate.of("2".repeat(32));
    public static final AppCertificate STRANGE = AppCertificate.of("f".repeat(32));
    public static final Project PROJECT = new Project(ProjectName.of("main"), APP_ID, List.of(FIRST, SECOND));
    public static final Project OTHER =
            new Project(ProjectName.of("other"), AppId.of("a".repeat(32)), List.of(AppCertificate.of("b".repeat(32))));

    public static final Expectation TESTING_1234 =
            Expectation.NONE.withChannel("testing").withUser(ExpectedUser.number(1234));

    private DiagnosisFixture() {}

    public static Verification verify(String text, Expectation expected) {
        return verify(VerificationRequest.of(text).expecting(expected).at(NOW), PROJECT, OTHER);
    }

    public static Verification verify(VerificationRequest request, Project... projects) {
        return new Verifier(Projects.of(List.of(projects)), InstantSource.fixed(NOW)).verify(request);
    }

    /** Returns a token that was issued a minute ago for an hour. */
    public static String token(ServiceContent... services) {
        return token(60, 3600, FIRST, services);
    }

    public static String token(long age, long lifetime, AppCertificate certificate, ServiceContent... services) {
        Instant issuedAt = NOW.minusSeconds(age);
        return TokenCodec.write(
                        new TokenContent.V007(
                                APP_ID,
                                Salt.of(1),
                                issuedAt,
                                issuedAt.plusSeconds(lifetime),
                                Arrays.asList(services),
                                Optional.empty()),
                        certificate)
                .reveal();
    }

    /** Returns a service with all four privileges, which expire with the token. */
    public static ServiceContent rtc(String channel, String user) {
        return rtc(channel, user, 3600, 1, 2, 3, 4);
    }

    public static ServiceContent rtc(String channel, String user, long seconds, int... privileges) {
        return service(ServiceType.RTC, privileges(seconds, privileges), channel, user);
    }

    public static ServiceContent rtm(String userId) {
        return service(ServiceType.RTM, privileges(3600, 1), userId);
    }

    public static ServiceContent rtm2(String userId, List<PrivilegeEntry> privileges, PermissionEntry... permissions) {
        return new ServiceContent(
                ServiceType.RTM2,
                privileges,
                List.of(new FieldValue.Text(userId), new FieldValue.Permissions(List.of(permissions))));
    }

    public static ServiceContent apaas(String roomUuid, String userUuid, int... privileges) {
        return new ServiceContent(
                ServiceType.APAAS,
                privileges(3600, privileges),
                List.of(new FieldValue.Text(roomUuid), new FieldValue.Text(userUuid), new FieldValue.Number(1)));
    }

    public static ServiceContent service(ServiceType type, List<PrivilegeEntry> privileges, String... names) {
        return new ServiceContent(
                type,
                privileges,
                Arrays.stream(names).<FieldValue>map(FieldValue.Text::new).toList());
    }

    public static List<PrivilegeEntry> privileges(long seconds, int... ids) {
        PrivilegeExpiry expiry =
                seconds == 0 ? PrivilegeExpiry.UNSET : new PrivilegeExpiry.After(Duration.ofSeconds(seconds));
        return IntStream.of(ids).mapToObj(id -> new PrivilegeEntry(id, expiry)).toList();
    }

    /** Returns a token of format 006 as official builders make it: valid for 24 hours, its privileges for one. */
    public static String token006(String channel, String user, int... privileges) {
        return token006(NOW.plusSeconds(86_340), NOW.plusSeconds(3540), FIRST, channel, user, privileges);
    }

    public static String token006(
            Instant end, Instant privilegeEnd, AppCertificate certificate, String channel, String user, int... ids) {
        PrivilegeEntry[] privileges = IntStream.of(ids)
                .mapToObj(id -> new PrivilegeEntry(id, new PrivilegeExpiry.At(privilegeEnd)))
                .toArray(PrivilegeEntry[]::new);
        return token006(end, certificate, channel, user, privileges);
    }

    public static String token006(
            Instant end, AppCertificate certificate, String channel, String user, PrivilegeEntry... privileges) {
        return TokenCodec.write(
                        new Format006Payload(APP_ID, Salt.of(1), end, channel, user, List.of(privileges)), certificate)
                .reveal();
    }

    public static String rtc006() {
        return token006("testing", "1234", 1, 2, 3, 4);
    }
}
