package dev.agoratoken.token.service;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static dev.agoratoken.token.service.PrivilegeExpiry.UNSET;
import static dev.agoratoken.token.service.PrivilegeExpiry.WITH_TOKEN;
import static dev.agoratoken.token.service.PrivilegeExpiry.after;
import static dev.agoratoken.token.service.Rtc.Privilege.JOIN_CHANNEL;
import static dev.agoratoken.token.service.Rtc.Privilege.PUBLISH_DATA_STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantedPrivilegesTest {
    @Test
    void standInAscendingOrderHoweverTheyWereGiven() {
        Map<Rtc.Privilege, PrivilegeExpiry> given = new LinkedHashMap<>();
        given.put(PUBLISH_DATA_STREAM, UNSET);
        given.put(JOIN_CHANNEL, WITH_TOKEN);

        GrantedPrivileges<Rtc.Privilege> grantedPrivileges = GrantedPrivileges.of(given);

        assertThat(grantedPrivileges.entries())
                .containsExactly(new PrivilegeEntry(1, WITH_TOKEN), new PrivilegeEntry(4, UNSET));
        assertThat(grantedPrivileges.ends().keySet()).containsExactly(JOIN_CHANNEL, PUBLISH_DATA_STREAM);
    }

    @Test
    void giveAllPrivilegesOfASetTheSameEnd() {
        Set<Rtc.Privilege> given = new LinkedHashSet<>(List.of(PUBLISH_DATA_STREAM, JOIN_CHANNEL));

        assertThat(GrantedPrivileges.of(given, WITH_TOKEN))
                .isEqualTo(GrantedPrivileges.of(Map.of(JOIN_CHANNEL, WITH_TOKEN, PUBLISH_DATA_STREAM, WITH_TOKEN)));
    }

    @Test
    void refuseToBeEmpty() {

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> GrantedPrivileges.of(Map.<Rtc.Privilege, PrivilegeExpiry>of()))
                .returns("privileges", InvalidValueException::field)
                .satisfies(e -> verify("no privileges", e.getMessage()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> GrantedPrivileges.of(EnumSet.noneOf(Rtc.Privilege.class), WITH_TOKEN))
                .returns("privileges", InvalidValueException::field)
                .satisfies(e -> verify("no privileges", e.getMessage()));
    }

    @Test
    void keepTheirOwnCopy() {
        Map<Rtc.Privilege, PrivilegeExpiry> given = new LinkedHashMap<>(Map.of(JOIN_CHANNEL, WITH_TOKEN));
        GrantedPrivileges<Rtc.Privilege> grantedPrivileges = GrantedPrivileges.of(given);

        given.put(PUBLISH_DATA_STREAM, WITH_TOKEN);

        assertThat(grantedPrivileges.ends()).containsOnlyKeys(JOIN_CHANNEL);
        assertThat(grantedPrivileges.entries()).hasSize(1);
    }

    @Test
    void cannotBeChangedFromOutside() {
        GrantedPrivileges<Rtc.Privilege> grantedPrivileges = GrantedPrivileges.of(EnumSet.of(JOIN_CHANNEL), WITH_TOKEN);

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> grantedPrivileges.ends().put(PUBLISH_DATA_STREAM, WITH_TOKEN));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> grantedPrivileges.entries().clear());
    }

    @Test
    void compareByServiceAndEnd() {
        GrantedPrivileges<Rtm.Privilege> login = GrantedPrivileges.of(EnumSet.of(Rtm.Privilege.LOGIN), WITH_TOKEN);

        assertThat(login)
                .isEqualTo(GrantedPrivileges.of(Map.of(Rtm.Privilege.LOGIN, WITH_TOKEN)))
                .hasSameHashCodeAs(GrantedPrivileges.of(Map.of(Rtm.Privilege.LOGIN, WITH_TOKEN)))
                .doesNotHaveSameHashCodeAs(
                        GrantedPrivileges.of(EnumSet.of(Rtm.Privilege.LOGIN), after(Lifetime.ofSeconds(600))))
                .isNotEqualTo(GrantedPrivileges.of(EnumSet.of(Rtm.Privilege.LOGIN), UNSET))
                .isNotEqualTo(GrantedPrivileges.of(EnumSet.of(Fpa.Privilege.LOGIN), WITH_TOKEN));
        assertThat(login).hasToString("{LOGIN=WithToken[]}");
    }

    @Test
    void endAfterALifetime() {
        assertThat(PrivilegeExpiry.after(Lifetime.ofSeconds(600)))
                .isEqualTo(new PrivilegeExpiry.After(Lifetime.ofSeconds(600).duration()));
    }
}
