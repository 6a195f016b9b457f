package dev.agoratoken.token.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceContentTest {
    private static final FieldValue.Text CHANNEL = new FieldValue.Text("testing");
    private static final FieldValue.Text USER = new FieldValue.Text("1234");

    @Test
    void findsItsValuesByField() {
        ServiceContent content = new ServiceContent(ServiceType.RTC, List.of(), List.of(CHANNEL, USER));

        assertThat(content.text(Field.CHANNEL)).contains("testing");
        assertThat(content.text(Field.USER)).contains("1234");
        assertThat(content.value(Field.USER)).contains(USER);
    }

    @Test
    void hasNoValueForAFieldOfOtherServices() {
        ServiceContent content = new ServiceContent(ServiceType.RTC, List.of(), List.of(CHANNEL, USER));

        assertThat(content.text(Field.USER_ID)).isEmpty();
        assertThat(content.value(Field.USER_ID)).isEmpty();
    }

    @Test
    void hasNoTextForANumber() {
        assertThat(Apaas.app().content().text(Field.ROOM_ROLE)).isEmpty();
    }

    @Test
    void holdsOneValueForEachField() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceContent(ServiceType.RTC, List.of(), List.of(CHANNEL)))
                .withMessage("RTC has the fields [CHANNEL, USER]");
    }

    @Test
    void keepsItsOwnCopies() {
        List<PrivilegeEntry> privileges = new ArrayList<>(List.of(new PrivilegeEntry(1, PrivilegeExpiry.WITH_TOKEN)));
        List<FieldValue> values = new ArrayList<>(List.of(CHANNEL, USER));
        ServiceContent content = new ServiceContent(ServiceType.RTC, privileges, values);

        privileges.clear();
        values.set(0, USER);

        assertThat(content.privileges()).hasSize(1);
        assertThat(content.values()).containsExactly(CHANNEL, USER);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> content.values().clear());
    }
}
