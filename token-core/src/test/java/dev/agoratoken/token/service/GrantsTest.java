package dev.agoratoken.token.service;

import static dev.agoratoken.token.service.PrivilegeEnd.NONE_OF_ITS_OWN;
import static dev.agoratoken.token.service.PrivilegeEnd.WITH_TOKEN;
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

class GrantsTest {
    @Test
    void standInAscendingOrderHoweverTheyWereGiven() {
        Map<Rtc.Privilege, PrivilegeEnd> given = new LinkedHashMap<>();
        given.put(PUBLISH_DATA_STREAM, NONE_OF_ITS_OWN);
        given.put(JOIN_CHANNEL, WITH_TOKEN);

        Grants<Rtc.Privilege> grants = Grants.of(given);

        assertThat(grants.entries())
                .containsExactly(new PrivilegeEntry(1, WITH_TOKEN), new PrivilegeEntry(4, NONE_OF_ITS_OWN));
        assertThat(grants.ends().keySet()).containsExactly(JOIN_CHANNEL, PUBLISH_DATA_STREAM);
    }

    @Test
    void giveAllPrivilegesOfASetTheSameEnd() {
        Set<Rtc.Privilege> given = new LinkedHashSet<>(List.of(PUBLISH_DATA_STREAM, JOIN_CHANNEL));

        assertThat(Grants.of(given, WITH_TOKEN))
                .isEqualTo(Grants.of(Map.of(JOIN_CHANNEL, WITH_TOKEN, PUBLISH_DATA_STREAM, WITH_TOKEN)));
    }

    @Test
    void refuseToBeEmpty() {
        String message = "privileges: there is none; give the service at least one privilege";

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Grants.of(Map.<Rtc.Privilege, PrivilegeEnd>of()))
                .withMessage(message);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Grants.of(EnumSet.noneOf(Rtc.Privilege.class), WITH_TOKEN))
                .withMessage(message);
    }

    @Test
    void keepTheirOwnCopy() {
        Map<Rtc.Privilege, PrivilegeEnd> given = new LinkedHashMap<>(Map.of(JOIN_CHANNEL, WITH_TOKEN));
        Grants<Rtc.Privilege> grants = Grants.of(given);

        given.put(PUBLISH_DATA_STREAM, WITH_TOKEN);

        assertThat(grants.ends()).containsOnlyKeys(JOIN_CHANNEL);
        assertThat(grants.entries()).hasSize(1);
    }

    @Test
    void cannotBeChangedFromOutside() {
        Grants<Rtc.Privilege> grants = Grants.of(EnumSet.of(JOIN_CHANNEL), WITH_TOKEN);

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> grants.ends().put(PUBLISH_DATA_STREAM, WITH_TOKEN));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> grants.entries().clear());
    }

    @Test
    void compareByServiceAndEnd() {
        Grants<Rtm.Privilege> login = Grants.of(EnumSet.of(Rtm.Privilege.LOGIN), WITH_TOKEN);

        assertThat(login)
                .isEqualTo(Grants.of(Map.of(Rtm.Privilege.LOGIN, WITH_TOKEN)))
                .hasSameHashCodeAs(Grants.of(Map.of(Rtm.Privilege.LOGIN, WITH_TOKEN)))
                .isNotEqualTo(Grants.of(EnumSet.of(Rtm.Privilege.LOGIN), NONE_OF_ITS_OWN))
                .isNotEqualTo(Grants.of(EnumSet.of(Fpa.Privilege.LOGIN), WITH_TOKEN));
        assertThat(login).hasToString("{LOGIN=WithToken[]}");
    }

    @Test
    void endAfterALifetime() {
        assertThat(PrivilegeEnd.after(Lifetime.ofSeconds(600)))
                .isEqualTo(new PrivilegeEnd.After(Lifetime.ofSeconds(600).duration()));
    }
}
