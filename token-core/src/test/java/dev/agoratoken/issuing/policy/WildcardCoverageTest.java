package dev.agoratoken.issuing.policy;

import static dev.agoratoken.issuing.policy.PolicyFixture.POLICY;
import static dev.agoratoken.issuing.policy.PolicyFixture.caller;
import static dev.agoratoken.issuing.policy.PolicyFixture.requestFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.BroadPermission;
import dev.agoratoken.issuing.policy.rule.NamePattern;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller that may have a pattern may have everything that the pattern matches; made-up cases of a fixed seed. */
class WildcardCoverageTest {
    private static final int CASES = 4000;
    private static final int MATCHES_PER_CASE = 30;
    private static final String LETTERS = "0019a";

    private final Random random = new Random(20261128);

    @Test
    void everyAccountAndNumberThatAnAllowedUserPatternMatchesIsAllowed() {
        int allowed = 0;
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            String pattern = pattern();
            Rule rule = rtc("*").withUsers(userRule());
            if (!isAllowed(rule, ChannelName.of("c"), UserPattern.of(pattern))) {
                refused++;
                continue;
            }
            allowed++;
            for (int j = 0; j < MATCHES_PER_CASE; j++) {
                String match = matchOf(pattern);
                assertThat(isAllowed(rule, ChannelName.of("c"), UserAccount.of(match)))
                        .as(
                                "account %s of %s by %s",
                                match, pattern, rule.names().users())
                        .isTrue();
                if (UserId.isValue(match)) {
                    assertThat(isAllowed(rule, ChannelName.of("c"), UserId.parse(match)))
                            .as(
                                    "uid %s of %s by %s",
                                    match, pattern, rule.names().users())
                            .isTrue();
                }
            }
        }
        assertThat(allowed).isGreaterThan(CASES / 20);
        assertThat(refused).isGreaterThan(CASES / 20);
    }

    @Test
    void everyChannelThatAnAllowedChannelPatternMatchesIsAllowed() {
        int allowed = 0;
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            String pattern = pattern();
            Rule rule = rtc(random.nextBoolean() ? pattern() : "*" + text(1)).withUsers(UserRule.ANYBODY);
            if (!isAllowed(rule, ChannelPattern.of(pattern), UserId.of(1))) {
                refused++;
                continue;
            }
            allowed++;
            for (int j = 0; j < MATCHES_PER_CASE; j++) {
                String match = matchOf(pattern);
                assertThat(isAllowed(rule, ChannelName.of(match), UserId.of(1)))
                        .as(
                                "channel %s of %s by %s",
                                match, pattern, rule.names().channels())
                        .isTrue();
            }
        }
        assertThat(allowed).isGreaterThan(CASES / 20);
        assertThat(refused).isGreaterThan(CASES / 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "123*", "*1*", "12**34", "*0", "429496729*", "4294967295*"})
    void userPatternsThatMatchNumbersNeedARuleForAnyUser(String pattern) {
        User user = UserPattern.of(pattern);

        assertThat(isAllowed(rtc("*").withUsers(UserRule.ofName("*")), ChannelName.of("c"), user))
                .isFalse();
        assertThat(isAllowed(rtc("*").withUsers(UserRule.ANYBODY), ChannelName.of("c"), user))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"alice*", "0*", "007*", "*a", "1*a*", "4294967296*", "99999999999*"})
    void userPatternsThatMatchNoNumberNeedNone(String pattern) {
        assertThat(isAllowed(rtc("*").withUsers(UserRule.ofName("*")), ChannelName.of("c"), UserPattern.of(pattern)))
                .isTrue();
    }

    private static Rule rtc(String channels) {
        return Rule.of("rtc", List.of(ServiceType.RTC))
                .withChannels(channels)
                .withBroadPermissions(Set.of(BroadPermission.WILDCARD_USER, BroadPermission.WILDCARD_CHANNEL));
    }

    private static boolean isAllowed(Rule rule, Channel channel, User user) {
        TokenRequest request = requestFor(Rtc.publisher(channel, user));
        try {
            POLICY.authorize(caller(rule), request);
            return true;
        } catch (AccessDeniedException e) {
            return false;
        }
    }

    private UserRule userRule() {
        Optional<NamePattern> uid = random.nextBoolean()
                ? Optional.of(NamePattern.parse(Integer.toString(1 + random.nextInt(20))))
                : Optional.empty();
        return switch (random.nextInt(4)) {
            case 0 -> UserRule.ANYBODY;
            case 1 -> new UserRule(false, Optional.of(NamePattern.parse("*")), uid);
            default -> new UserRule(false, Optional.of(NamePattern.parse(pattern())), uid);
        };
    }

    /** One to three stars in a short text. */
    private String pattern() {
        StringBuilder pattern = new StringBuilder(text(random.nextInt(3)));
        for (int stars = 1 + random.nextInt(2); stars > 0; stars--) {
            pattern.append('*').append(text(random.nextInt(3)));
        }
        return pattern.toString();
    }

    private String matchOf(String pattern) {
        StringBuilder match = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            match.append(c == '*' ? text(random.nextInt(4)) : String.valueOf(c));
        }
        return match.isEmpty() ? "1" : match.toString();
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
