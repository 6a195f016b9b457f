package dev.agoratoken.token.service;

import static dev.agoratoken.token.service.AccessType.READ;
import static dev.agoratoken.token.service.AccessType.WRITE;
import static dev.agoratoken.token.service.ResourceType.MESSAGE_CHANNELS;
import static dev.agoratoken.token.service.ResourceType.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {
    private static final ResourceName A = ResourceName.of("a");
    private static final ResourceName B = ResourceName.matching("b*");

    @Test
    void standInAscendingOrderWithTheNamesAsGiven() {
        Permissions permissions = Permissions.NONE
                .with(USERS, WRITE, List.of(B, A))
                .with(MESSAGE_CHANNELS, WRITE, List.of(A))
                .with(MESSAGE_CHANNELS, READ, List.of());

        assertThat(permissions.content().entries())
                .containsExactly(
                        new PermissionEntry(0, 0, List.of()),
                        new PermissionEntry(0, 1, List.of("a")),
                        new PermissionEntry(4, 1, List.of("b*", "a")));
    }

    @Test
    void replaceTheListOfAPairThatIsGivenAgain() {
        assertThat(Permissions.NONE.with(USERS, READ, List.of(A)).with(USERS, READ, List.of(B)))
                .isEqualTo(Permissions.NONE.with(USERS, READ, List.of(B)));
    }

    @Test
    void leaveTheOnesTheyExtendAsTheyWere() {
        Permissions first = Permissions.NONE.with(USERS, READ, List.of(A));

        first.with(USERS, WRITE, List.of(B));

        assertThat(first.names()).isEqualTo(Map.of(USERS, Map.of(READ, List.of(A))));
        assertThat(Permissions.NONE.names()).isEmpty();
    }

    @Test
    void cannotBeChangedFromOutside() {
        List<ResourceName> list = new ArrayList<>(List.of(A));
        Permissions permissions = Permissions.NONE.with(USERS, READ, list);

        list.add(B);

        assertThat(permissions.names().get(USERS).get(READ)).containsExactly(A);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> permissions.names().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> permissions.names().get(USERS).clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> permissions.names().get(USERS).get(READ).clear());
    }

    @Test
    void compareByTheirNames() {
        assertThat(Permissions.NONE.with(USERS, READ, List.of(A)))
                .isEqualTo(Permissions.NONE.with(USERS, READ, List.of(A)))
                .hasSameHashCodeAs(Permissions.NONE.with(USERS, READ, List.of(A)))
                .doesNotHaveSameHashCodeAs(Permissions.NONE)
                .isNotEqualTo(Permissions.NONE.with(USERS, WRITE, List.of(A)))
                .isNotEqualTo(Permissions.NONE)
                .hasToString("{USERS={READ=[Exact[value=a]]}}");
    }

    @ParameterizedTest
    @CsvSource({
        "MESSAGE_CHANNELS,0,messageChannels",
        "STREAM_CHANNELS,1,streamChannels",
        "GROUP_CHANNELS,2,groupChannels",
        "SERVER_GROUPS,3,serverGroups",
        "USERS,4,users"
    })
    void numberAndNameTheirResources(ResourceType resourceType, int id, String label) {
        assertThat(resourceType.id()).isEqualTo(id);
        assertThat(resourceType.label()).isEqualTo(label);
        assertThat(ResourceType.labelOf(id)).isEqualTo(label);
    }

    @Test
    void numberAndNameTheirAccess() {
        assertThat(Stream.of(AccessType.values()).map(AccessType::id)).containsExactly(0, 1);
        assertThat(Stream.of(AccessType.values()).map(AccessType::label)).containsExactly("read", "write");
        assertThat(AccessType.labelOf(1)).isEqualTo("write");
    }

    @Test
    void showTheNumberWhereNoNameIsKnown() {
        assertThat(ResourceType.labelOf(5)).isEqualTo("5");
        assertThat(AccessType.labelOf(2)).isEqualTo("2");
        assertThat(AccessType.labelOf(65535)).isEqualTo("65535");
    }

    @Test
    void tellANameFromAPattern() {
        assertThat(ResourceName.of("a")).isInstanceOf(ResourceName.Exact.class);
        assertThat(ResourceName.matching("a*")).isInstanceOf(ResourceName.Pattern.class);
    }
}
