package dev.agoratoken.http.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.ServedTokenFixture;
import dev.agoratoken.http.legacy.RecordingFixture.Recorded;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.token.TokenFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server of the article was recorded with and its successor still answers, in format 006. */
class ArticleReplayTest {
    /** Dangerous or useless, and refused since: D2, D3, D4 and D17; an empty account was "any user" only in the article. */
    private static final Set<String> DECIDED_OTHERWISE = Set.of(
            "/rtc/testing/publisher/userAccount//",
            "/rtc//publisher/uid/1/",
            "/rtc/testing/publisher/uid/4294967296/",
            "/rtc/testing/publisher/uid/1/?expiry=4294967295",
            "/rtm/0/",
            "/rtm//",
            "/rte/testing/publisher/uid/0/");

    private static HttpFixture modern;
    private static HttpFixture of2020;

    @BeforeAll
    static void start() {
        modern = HttpFixture.started();
        of2020 = HttpFixture.started(AllowedOrigins.NONE, TokenFormat.V006);
    }

    @AfterAll
    static void stop() {
        modern.close();
        of2020.close();
    }

    static List<Recorded> cases() {
        return RecordingFixture.cases("article-2020-08.json").stream()
                .filter(recorded -> !recorded.tokens().isEmpty() && !DECIDED_OTHERWISE.contains(recorded.target()))
                .toList();
    }

    @Test
    void thereAreSome() {
        assertThat(cases()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSameIfAskedForFormat006(Recorded recorded) {
        String target = recorded.target() + (recorded.target().contains("?") ? "&" : "?") + "format=006";

        assertSame(recorded.replayed(modern, target), recorded);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSameIfFormat006IsConfigured(Recorded recorded) {
        assertSame(recorded.replayed(of2020, recorded.target()), recorded);
    }

    private static void assertSame(Answer answer, Recorded recorded) {
        assertThat(answer.status()).isEqualTo(200);
        List<Object> claims = new ArrayList<>();
        answer.json().values().forEach(token -> claims.add(ServedTokenFixture.claims006((String) token)));
        assertThat(claims)
                .usingRecursiveComparison()
                .withEqualsForType((left, right) -> left.longValue() == right.longValue(), Number.class)
                .isEqualTo(recorded.tokens());
        assertThat(answer.json().keySet())
                .isEqualTo(new Answer(0, java.util.Map.of(), recorded.body())
                        .json()
                        .keySet());
    }

    @Test
    void makesTokensOfTheLengthThatTheArticleShows() {
        assertThat((String) modern.get("/rtc/testing/publisher/uid/1234/?format=006")
                        .json()
                        .get("rtcToken"))
                .startsWith("006" + HttpFixture.APP_ID)
                .hasSize(139);
        assertThat((String) modern.get("/rtm/1234/?format=006").json().get("rtmToken"))
                .hasSize(115);
    }
}
