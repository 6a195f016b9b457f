package dev.agoratoken.verify.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.Streaming;
import org.junit.jupiter.api.Test;

class RequiredPrivilegeTest {
    @Test
    void isOneOfSeveralOrEachOfThem() {
        assertThat(RequiredPrivilege.anyOf(Streaming.Privilege.values()))
                .singleElement()
                .satisfies(choice -> {
                    assertThat(choice.isChoice()).isTrue();
                    assertThat(choice.labels()).isEqualTo("publishMixStream or publishRawStream");
                });
        assertThat(RequiredPrivilege.each(Rtc.Privilege.values())).hasSize(4).noneMatch(RequiredPrivilege::isChoice);
    }

    @Test
    void isAnEntryPrivilegeIfTheServiceAlwaysRequiresIt() {
        assertThat(RequiredPrivilege.isEntryPrivilege(ServiceType.RTC, 1)).isTrue();
        assertThat(RequiredPrivilege.isEntryPrivilege(ServiceType.RTC, 2)).isFalse();
        assertThat(RequiredPrivilege.isEntryPrivilege(ServiceType.CHAT, 1)).isFalse();
        assertThat(RequiredPrivilege.isEntryPrivilege(ServiceType.STT, 1)).isFalse();
    }
}
