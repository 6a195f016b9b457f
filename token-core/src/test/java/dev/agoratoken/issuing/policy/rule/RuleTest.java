package dev.agoratoken.issuing.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.ServiceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final Rule EVERYTHING = Rule.of("all", List.of(ServiceType.RTC))
            .withFormats(Set.of(TokenFormat.V006))
            .withUsers(UserRule.ANYBODY)
            .withBroadPermissions(EnumSet.of(BroadPermission.ANY_USER));

    @Test
    void isBypassableIn006OnlyIfItRestrictsSomething() {
        assertThat(EVERYTHING.withChannels("*").isBypassableIn006()).isFalse();
        assertThat(EVERYTHING.withChannels("class-*").isBypassableIn006()).isTrue();
        assertThat(EVERYTHING
                        .withChannels("class-*")
                        .withFormats(Set.of(TokenFormat.V007))
                        .isBypassableIn006())
                .isFalse();
    }

    @Test
    void namesBroadPermissionsAsInTheConfiguration() {
        assertThat(BroadPermission.CHAT_APP.label()).isEqualTo("chat-app");
    }

    @Test
    void namesActionsAsInTheConfiguration() {
        assertThat(Action.values()).extracting(Action::label).containsExactly("issue", "ban");
    }

    @Test
    void saysWhyItDenies() {
        assertThat(AccessDeniedException.of("format", "not allowed; use 007").problem())
                .isEqualTo("not allowed; use 007");
    }
}
