package dev.agoratoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.TokenContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tokens that were served, read back in the words of the recordings. */
public final class ServedTokenFixture {
    private ServedTokenFixture() {}

    /** What a token of format 007 says. */
    public static Map<String, Object> claims(String token) {
        TokenCodec.DecodedToken decodedToken = TokenCodec.read(token);
        TokenContent.V007 content = (TokenContent.V007) decodedToken.content();
        assertThat(content.appId().value()).isEqualTo(HttpFixture.APP_ID);
        List<Object> services = new ArrayList<>();
        content.services().forEach(service -> services.add(claims(service)));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("v", "007");
        claims.put("expire", (int)
                (content.expiresAt().getEpochSecond() - content.issuedAt().getEpochSecond()));
        claims.put("services", services);
        claims.put("sigok", decodedToken.isSignedBy(AppCertificate.of(HttpFixture.CERTIFICATE)));
        claims.put("left", decodedToken.irregularities().size());
        return claims;
    }

    private static Map<String, Object> claims(ServiceContent service) {
        Map<String, Object> privileges = new LinkedHashMap<>();
        for (PrivilegeEntry entry : service.privileges()) {
            PrivilegeExpiry.After end = (PrivilegeExpiry.After) entry.expiry();
            privileges.put(Integer.toString(entry.id()), (int) end.duration().toSeconds());
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("type", service.type().id());
        claims.put("priv", privileges);
        service.text(Field.CHANNEL).ifPresent(channel -> claims.put("ch", channel));
        service.text(Field.USER).ifPresent(user -> claims.put("uid", user));
        service.text(Field.USER_ID).ifPresent(user -> claims.put("user", user));
        return claims;
    }

    /** What a token of format 006 says, made at {@link HttpFixture#NOW}. */
    public static Map<String, Object> claims006(String token) {
        TokenContent.V006 content = (TokenContent.V006) TokenCodec.read(token).content();
        List<Object> ids = new ArrayList<>();
        List<Object> lifetimes = new ArrayList<>();
        for (PrivilegeEntry entry : content.privileges()) {
            PrivilegeExpiry.At end = (PrivilegeExpiry.At) entry.expiry();
            ids.add(entry.id());
            lifetimes.add((int) (end.instant().getEpochSecond() - HttpFixture.NOW.getEpochSecond()));
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("v", "006");
        claims.put("app", content.appId().value());
        claims.put("crc_channel", content.channelCrc32());
        claims.put("crc_uid", content.userCrc32());
        claims.put("priv_ids", ids);
        claims.put("priv_expire_minus_issue", lifetimes.get(0));
        assertThat(lifetimes).as("all privileges end together").containsOnly(lifetimes.get(0));
        return claims;
    }
}
