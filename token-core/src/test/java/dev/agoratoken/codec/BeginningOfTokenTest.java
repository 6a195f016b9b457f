package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.service.PartialContent;
import dev.agoratoken.token.service.PartialContent.PartialService;
import dev.agoratoken.token.service.ServiceType;
import org.junit.jupiter.api.Test;

/** What can be read of a token that ends too early. */
class BeginningOfTokenTest {
    private static PartialContent beginning(String text) {
        return TokenCodec.readBeginning(text).orElseThrow();
    }

    @Test
    void hasNoMoreServicesThanItSays() {
        String token = WireFixture.content007(1)
                .u16(2, 0)
                .text("alice")
                .u16(2, 0)
                .text("bob")
                .token007();

        assertThat(beginning(token).services()).extracting(PartialService::type).containsExactly(ServiceType.RTM);
    }

    @Test
    void isNotReadInATextThatIsTooLong() {
        String token = ContentFixture.write(ContentFixture.rtm("alice"));
        String longest = token + "A".repeat((1 << 16) - token.length());

        assertThat(beginning(longest).services()).hasSize(1);
        assertThat(TokenCodec.readBeginning(longest + "A")).isEmpty();
    }
}
