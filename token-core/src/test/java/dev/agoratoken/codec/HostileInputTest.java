package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.TokenContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class HostileInputTest {
    @Test
    void refusesABombOf200MegabytesByItsLength() {
        String token = WireFixture.token007(zeros(200_000_000));

        assertThat(token.length()).isBetween(200_000, 300_000);
        assertRefused(token, TokenDefect.CORRUPT, "bomb too long");
    }

    @Test
    void refusesABombWithinTheTextLimitByItsContent() {
        String token = WireFixture.token007(zeros(40_000_000));

        assertThat(token.length()).isBetween(30_000, 65_536);
        assertRefused(token, TokenDefect.CORRUPT, "bomb");
    }

    @Test
    void refusesATextOf10MegabytesWhateverItBeginsWith() {
        assertRefused("007" + "A".repeat(10 << 20), TokenDefect.CORRUPT, "10 MB after 007");
        assertRefused("x".repeat(10 << 20), TokenDefect.CORRUPT, "10 MB");
    }

    @Test
    void readsTextsUpToTheLimit() {
        assertRefused("x".repeat(65_536), TokenDefect.NOT_A_TOKEN, "longest text");
        assertRefused("x".repeat(65_537), TokenDefect.CORRUPT, "text too long");
    }

    @Test
    void refusesTheEmptyStream() {
        assertRefused("007", TokenDefect.TRUNCATED, "prefix alone");
        assertRefused(WireFixture.empty().token007(), TokenDefect.TRUNCATED, "empty content");
        assertRefused("006" + WireFixture.APP_ID, TokenDefect.TRUNCATED, "App ID alone");
    }

    @Test
    void refusesAPresetDictionary() {
        Deflater deflater = new Deflater();
        try {
            deflater.setDictionary("970CA35de60c44645bbae8a215061b33".getBytes(StandardCharsets.US_ASCII));
            String token = WireFixture.token007(
                    stream(deflater, WireFixture.content007(0).bytes()));
            assertRefused(token, TokenDefect.CORRUPT, "preset dictionary");
        } finally {
            deflater.end();
        }
    }

    @Test
    void refusesAStreamOfEmptyBlocksWithoutEnd() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(new byte[] {0x78, 0x01});
        for (int i = 0; i < 9_000; i++) {
            stream.writeBytes(new byte[] {0, 0, 0, -1, -1});
        }

        assertRefused(WireFixture.token007(stream.toByteArray()), TokenDefect.TRUNCATED, "empty blocks");
    }

    @Test
    void refusesTheGreatestLengthEverywhere() {
        assertRefused(WireFixture.empty().u16(0xFFFF).token007(), TokenDefect.CORRUPT, "signature length in 007");
        assertRefused(WireFixture.empty().u16(0xFFFF).token006(), TokenDefect.CORRUPT, "signature length in 006");
        assertRefused(
                WireFixture.empty().text("s".repeat(32)).u16(0xFFFF).token007(), TokenDefect.CORRUPT, "App ID length");
        assertRefused(WireFixture.content006().u16(0xFFFF).token006(), TokenDefect.TRUNCATED, "message length");
        assertRefused(WireFixture.content007(1).u16(2, 0, 0xFFFF).token007(), TokenDefect.CORRUPT, "name length");
    }

    @Test
    void refusesTheGreatestCountEverywhere() {
        assertRefused(WireFixture.content007(0xFFFF).token007(), TokenDefect.CORRUPT, "service count");
        assertRefused(
                WireFixture.content007(1).u16(4, 0xFFFF).token007(), TokenDefect.CORRUPT, "privilege count in 007");
        assertRefused(
                WireFixture.content006()
                        .block(WireFixture.empty().u32(1).u32(2).u16(0xFFFF).bytes())
                        .token006(),
                TokenDefect.CORRUPT,
                "privilege count in 006");
        assertRefused(rtm2(0xFFFF).token007(), TokenDefect.CORRUPT, "resource type count");
        assertRefused(rtm2(1).u16(1, 0xFFFF).token007(), TokenDefect.CORRUPT, "permission type count");
        assertRefused(rtm2(1).u16(1, 1, 1, 0xFFFF).token007(), TokenDefect.CORRUPT, "name count");
    }

    private static WireFixture rtm2(int resources) {
        return WireFixture.content007(1).u16(8, 0, 0, resources);
    }

    @Test
    void readsUpTo1024EntriesOfAllListsTogether() {
        DecodedToken decodedToken = TokenCodec.read(servicesOfOnePrivilege(512).token007());

        assertThat(((TokenContent.V007) decodedToken.content()).services()).hasSize(512);
        assertRefused(servicesOfOnePrivilege(513).token007(), TokenDefect.CORRUPT, "1026 entries");
    }

    private static WireFixture servicesOfOnePrivilege(int count) {
        WireFixture content = WireFixture.content007(count);
        for (int i = 0; i < count; i++) {
            content.u16(4, 1, 1).u32(0);
        }
        return content;
    }

    @Test
    void reportsHundredsOfRepeatedPrivilegesOnce() {
        int count = 1_000;
        WireFixture content = WireFixture.content007(1).u16(4, count);
        for (int i = 0; i < count; i++) {
            content.u16(1).u32(0);
        }

        assertThat(TokenCodec.read(content.token007()).irregularities()).hasSize(1);
    }

    private static byte[] zeros(int size) {
        Deflater deflater = new Deflater();
        try {
            return stream(deflater, new byte[size]);
        } finally {
            deflater.end();
        }
    }

    private static byte[] stream(Deflater deflater, byte[] content) {
        byte[] stream = new byte[1 << 19];
        deflater.setInput(content);
        deflater.finish();
        int size = deflater.deflate(stream);
        assertThat(deflater.finished()).isTrue();
        return Arrays.copyOf(stream, size);
    }

    private static void assertRefused(String token, TokenDefect tokenDefect, String testCase) {
        UnreadableTokenException rejection =
                catchThrowableOfType(UnreadableTokenException.class, () -> TokenCodec.read(token));
        assertThat(rejection).isNotNull();
        assertThat(rejection.defect()).as(rejection.getMessage()).isEqualTo(tokenDefect);
        ApprovedMessages.verify(tokenDefect.code() + ": " + testCase, rejection.getMessage());
    }
}
