package dev.agoratoken.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {
    private static final List<String> NAMES = List.of("--uid", "--account", "--any-user", "--expire", "-h");

    @ParameterizedTest
    @CsvSource({
        "--udi, --uid", // swapped
        "--ud, --uid", // left out
        "--uidd, --uid", // added
        "--vid, --uid", // replaced
        "--UID, --uid", // in the wrong case
        "-uid, --uid", // a dash too few
        "--exp, --expire", // begun
        "--acuont, --account",
        "--anyuser, --any-user",
    })
    void findsWhatWasMeant(String typed, String meant) {
        assertThat(DidYouMean.of(typed, NAMES)).contains("did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "--", "", "--channel", "--ttl"})
    void staysSilentWhereNothingIsNear(String typed) {
        assertThat(DidYouMean.of(typed, NAMES)).isEmpty();
    }

    @Test
    void namesAllThatAreEquallyNear() {
        assertThat(DidYouMean.of("rtx", List.of("rtc", "rtm", "serve"))).contains("did you mean rtc or rtm?");
    }

    @Test
    void findsNothingForNothing() {
        assertThat(DidYouMean.of(null, NAMES)).isEmpty();
        assertThat(DidYouMean.of("uid", List.of())).isEmpty();
    }

    @Test
    void alwaysSaysWhatThereIs() {
        assertThat(DidYouMean.among("udi", List.of("uid", "account")))
                .isEqualTo("did you mean uid? Valid: uid, account");
        assertThat(DidYouMean.among("channel", List.of("uid", "account"))).isEqualTo("use uid, account");
    }
}
