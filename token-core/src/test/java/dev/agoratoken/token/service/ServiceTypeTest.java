package dev.agoratoken.token.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTypeTest {
    @ParameterizedTest
    @CsvSource({
        "RTC,1,rtc,'[CHANNEL, USER]','1 joinChannel, 2 publishAudioStream, 3 publishVideoStream, 4 publishDataStream'",
        "RTM,2,rtm,[USER_ID],1 login",
        "STREAMING,3,streaming,'[CHANNEL, USER]','1 publishMixStream, 2 publishRawStream'",
        "FPA,4,fpa,[],1 login",
        "CHAT,5,chat,[USER_ID],'1 user, 2 app'",
        "FCDN,6,fcdn,'[CHANNEL, USER]','1 publish, 2 play'",
        "APAAS,7,apaas,'[ROOM_UUID, USER_UUID, ROOM_ROLE]','1 roomUser, 2 user, 3 app'",
        "RTM2,8,rtm2,'[USER_ID, PERMISSIONS]',1 login",
        "CONVO_AI,9,convoai,[],''",
        "STT,10,stt,[],''"
    })
    void isNumberedNamedAndFilledAsTheReferenceSays(
            ServiceType type, int id, String label, String fields, String privileges) {
        assertThat(type.id()).isEqualTo(id);
        assertThat(type.label()).isEqualTo(label);
        assertThat(type.fields()).hasToString(fields);
        assertThat(type.privileges().stream()
                        .map(privilege -> privilege.id() + " " + privilege.label())
                        .toList())
                .hasToString("[" + privileges + "]");
        assertThat(ServiceType.withId(id)).contains(type);
        assertThat(ServiceType.fromLabel(label)).isEqualTo(type);
    }

    @Test
    void knowsNoOtherNumbers() {
        assertThat(List.of(-1, 0, 11, 65535))
                .allSatisfy(id -> assertThat(ServiceType.withId(id)).isEmpty());
    }

    @Test
    void suggestsTheNearestName() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ServiceType.fromLabel("rtm3"))
                .returns("type", InvalidValueException::field)
                .satisfies(e -> ApprovedMessages.verify("rtm3", e.getMessage()));
    }

    @ParameterizedTest
    @CsvSource({"5, publishAudioCdn", "12, invitePublishDataStream", "101, administrateChannel"})
    void namesThePrivilegesThatOldBuildersWrote(int id, String label) {
        assertThat(RetiredPrivilege.labelOf(id)).contains(label);
    }

    @Test
    void findsPrivilegesByNumber() {
        assertThat(ServiceType.RTC.privilege(4)).contains(Rtc.Privilege.PUBLISH_DATA_STREAM);
        assertThat(ServiceType.RTC.privilege(5)).isEmpty();
        assertThat(ServiceType.STT.privilege(1)).isEmpty();
    }

    @Test
    void listsPrivilegesInAscendingOrder() {
        assertThat(Stream.of(ServiceType.values()).map(ServiceType::privileges))
                .allSatisfy(privileges ->
                        assertThat(privileges).extracting(Privilege::id).isSorted());
    }
}
