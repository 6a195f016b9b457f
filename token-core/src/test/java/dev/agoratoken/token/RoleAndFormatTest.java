package dev.agoratoken.token;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.service.Role;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleAndFormatTest {
    @ParameterizedTest
    @CsvSource({
        "publisher,PUBLISHER",
        "host,PUBLISHER",
        "broadcaster,PUBLISHER",
        "Publisher,PUBLISHER",
        "subscriber,SUBSCRIBER",
        "audience,SUBSCRIBER",
        "attendee,SUBSCRIBER",
        "AUDIENCE,SUBSCRIBER"
    })
    void understandsTheUsualNamesOfRoles(String name, Role role) {
        assertThat(Role.fromLabel(name)).isEqualTo(role);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"1", "admin"})
    void refusesOtherRolesInsteadOfGuessing(String name) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Role.fromLabel(name))
                .returns("role", InvalidValueException::field)
                .satisfies(e -> verify("role " + name, e.getMessage()));
    }

    @ParameterizedTest
    @CsvSource({"publsher,publisher", "'publisher ',publisher", "sub,subscriber", "hots,host"})
    void asksWhetherTheNearestRoleWasMeant(String name, String meant) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Role.fromLabel(name))
                .returns("role", InvalidValueException::field)
                .satisfies(e -> {
                    assertThat(e.remedy()).startsWith("did you mean " + meant + "?");
                    verify("role " + name, e.getMessage());
                });
    }

    @Test
    void understandsRolesUnderTurkishRules() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Role.fromLabel("PUBLISHER")).isEqualTo(Role.PUBLISHER);
            assertThat(TokenDefect.UNKNOWN_SERVICE.code()).isEqualTo("unknown_service");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void labelsRoles() {
        assertThat(Role.PUBLISHER.label()).isEqualTo("publisher");
        assertThat(Role.SUBSCRIBER.label()).isEqualTo("subscriber");
    }

    @ParameterizedTest
    @CsvSource({"006,V006", "007,V007"})
    void knowsTheFormatsByTheirPrefix(String prefix, TokenFormat format) {
        assertThat(TokenFormat.fromPrefix(prefix)).isEqualTo(format);
        assertThat(format.prefix()).isEqualTo(prefix);
        assertThat(format).hasToString(prefix);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"005", "008", "7", "V007", " 007"})
    void refusesOtherFormats(String name) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> TokenFormat.fromPrefix(name))
                .returns("format", InvalidValueException::field)
                .satisfies(e -> verify("format " + name, e.getMessage()));
    }
}
