package dev.agoratoken.issuing.policy;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.caller.ApiKeyHash;
import dev.agoratoken.issuing.policy.caller.CallerName;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.NamePattern;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NoTextTest {
    private static final List<Function<String, ?>> READERS = List.of(
            ProjectName::of,
            CallerName::of,
            RequestId::of,
            NamePattern::parse,
            UserRule::ofName,
            UserRule::ofNumber,
            RateLimit::parse,
            ApiKeyHash::of);

    @Test
    void isRefusedLikeAnyOtherBadText() {
        for (Function<String, ?> reader : READERS) {
            assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> reader.apply(null));
        }
    }
}
