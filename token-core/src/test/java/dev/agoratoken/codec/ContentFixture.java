package dev.agoratoken.codec;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Factory of contents, with the App ID and certificate of Agora's published examples. */
final class ContentFixture {
    static final AppCertificate CERTIFICATE = AppCertificate.of("5CFd2fd1755d40ecb72977518be15d3b");
    static final AppId APP_ID = AppId.of(WireFixture.APP_ID);
    static final String CHANNEL = "7d72365eb983485397e3e3f9d460bdda";
    static final String USER = "2882341273";
    static final Instant MADE = Instant.ofEpochSecond(1111111);

    private ContentFixture() {}

    /** Returns a content that was issued at 1111111 for 600 seconds with salt 1. */
    static TokenContent.V007 content(ServiceContent... services) {
        return new TokenContent.V007(
                APP_ID, Salt.of(1), MADE, MADE.plusSeconds(600), List.of(services), Optional.empty());
    }

    static ServiceContent rtc(PrivilegeEntry... privileges) {
        return rtc(CHANNEL, USER, privileges);
    }

    static ServiceContent rtc(String channel, String user, PrivilegeEntry... privileges) {
        return new ServiceContent(
                ServiceType.RTC, List.of(privileges), List.of(new FieldValue.Text(channel), new FieldValue.Text(user)));
    }

    static ServiceContent rtm(String userId) {
        return new ServiceContent(ServiceType.RTM, List.of(privilege(1, 600)), List.of(new FieldValue.Text(userId)));
    }

    static ServiceContent rtm2(FieldValue.PermissionEntry... permissions) {
        return new ServiceContent(
                ServiceType.RTM2,
                List.of(privilege(1, 600)),
                List.of(new FieldValue.Text(USER), new FieldValue.Permissions(List.of(permissions))));
    }

    static PrivilegeEntry privilege(int id, long seconds) {
        return new PrivilegeEntry(id, new PrivilegeExpiry.After(Duration.ofSeconds(seconds)));
    }

    static PrivilegeEntry privilegeAt(int id, long epochSecond) {
        return new PrivilegeEntry(id, new PrivilegeExpiry.At(Instant.ofEpochSecond(epochSecond)));
    }

    static Format006Payload draft(PrivilegeEntry... privileges) {
        return new Format006Payload(APP_ID, Salt.of(1), MADE, CHANNEL, USER, List.of(privileges));
    }

    static String write(ServiceContent... services) {
        return TokenCodec.write(content(services), CERTIFICATE).reveal();
    }

    static TokenContent.V007 writtenAndRead(ServiceContent... services) {
        return (TokenContent.V007) TokenCodec.read(write(services)).content();
    }
}
