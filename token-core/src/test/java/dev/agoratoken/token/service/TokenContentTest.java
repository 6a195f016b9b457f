package dev.agoratoken.token.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenContentTest {
    private static final AppId APP_ID = AppId.of("970CA35de60c44645bbae8a215061b33");
    private static final Instant MADE = Instant.ofEpochSecond(1111111);
    private static final PrivilegeEntry JOIN = new PrivilegeEntry(1, PrivilegeExpiry.WITH_TOKEN);

    @Test
    void knowsItsFormat() {
        assertThat(new TokenContent.V006(APP_ID, Salt.of(1), MADE, 0, 0, List.of()).format())
                .isEqualTo(TokenFormat.V006);
        assertThat(new TokenContent.V007(APP_ID, Salt.of(1), MADE, MADE, List.of(), Optional.empty()).format())
                .isEqualTo(TokenFormat.V007);
    }

    @Test
    void keepsItsOwnCopies() {
        List<PrivilegeEntry> privileges = new ArrayList<>(List.of(JOIN));
        List<ServiceContent> services = new ArrayList<>(List.of(Fpa.login().content()));
        List<String> names = new ArrayList<>(List.of("a"));
        TokenContent.V006 old = new TokenContent.V006(APP_ID, Salt.of(1), MADE, 0, 0, privileges);
        Format006Payload payload = new Format006Payload(APP_ID, Salt.of(1), MADE, "testing", "1234", privileges);
        TokenContent.V007 current = new TokenContent.V007(APP_ID, Salt.of(1), MADE, MADE, services, Optional.empty());
        FieldValue.PermissionEntry permission = new FieldValue.PermissionEntry(0, 0, names);

        privileges.clear();
        services.clear();
        names.clear();

        assertThat(old.privileges()).containsExactly(JOIN);
        assertThat(payload.privileges()).containsExactly(JOIN);
        assertThat(current.services()).hasSize(1);
        assertThat(permission.names()).containsExactly("a");
    }
}
