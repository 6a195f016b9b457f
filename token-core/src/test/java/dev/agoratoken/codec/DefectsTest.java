package dev.agoratoken.codec;

import static dev.agoratoken.codec.ContentFixture.CERTIFICATE;
import static dev.agoratoken.codec.ContentFixture.draft;
import static dev.agoratoken.codec.ContentFixture.privilege;
import static dev.agoratoken.codec.ContentFixture.privilegeAt;
import static dev.agoratoken.codec.ContentFixture.rtc;
import static dev.agoratoken.codec.ContentFixture.rtm;
import static dev.agoratoken.codec.ContentFixture.write;
import static dev.agoratoken.token.TokenDefect.APP_ID_WITH_SPACE;
import static dev.agoratoken.token.TokenDefect.CORRUPT;
import static dev.agoratoken.token.TokenDefect.DUPLICATE_PRIVILEGE;
import static dev.agoratoken.token.TokenDefect.NON_CANONICAL;
import static dev.agoratoken.token.TokenDefect.NOT_A_TOKEN;
import static dev.agoratoken.token.TokenDefect.TRAILING_DATA;
import static dev.agoratoken.token.TokenDefect.TRUNCATED;
import static dev.agoratoken.token.TokenDefect.UNKNOWN_SERVICE;
import static dev.agoratoken.token.TokenDefect.UNORDERED;
import static dev.agoratoken.token.TokenDefect.UNSUPPORTED_FORMAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.token.service.TokenContent.UnparsedTail;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefectsTest {
    private static final String TOKEN_007 = write(rtc(privilege(1, 600), privilege(2, 600)));
    private static final String TOKEN_006 =
            TokenCodec.write(draft(privilegeAt(1, 1446455471)), CERTIFICATE).reveal();

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "hello", "008eJxT", "07", "0O7eJxT", "1:", " 007eJxT", "NETLESSSDK_abc"})
    void knowsWhatIsNoToken(String text) {
        assertUnreadable(text, NOT_A_TOKEN, text);
    }

    @Test
    void knowsDeadFormatsByTheirShapeOnly() {
        String key003 = VectorFixture.named("V064").token();
        String signaling = VectorFixture.named("V065").token();

        assertUnreadable(key003, UNSUPPORTED_FORMAT);
        assertUnreadable(key003.substring(0, key003.length() - 1), NOT_A_TOKEN);
        assertUnreadable(signaling, UNSUPPORTED_FORMAT);
        assertUnreadable(signaling.replace(":1446455471:", "::"), NOT_A_TOKEN);
        assertUnreadable("005 is no key", NOT_A_TOKEN);
    }

    @Test
    void knowsAKeyOf001ThatHappensToBeginLikeAToken() {
        String key = VectorFixture.named("V066").token();

        assertUnreadable("007" + key.substring(3), UNSUPPORTED_FORMAT);
    }

    @Test
    void knowsAKeyOf002ThatHappensToBeginLikeAToken() {
        String key = VectorFixture.named("V066").token() + "0".repeat(20);

        assertUnreadable("006" + key.substring(3), UNSUPPORTED_FORMAT);
        assertUnreadable("007" + key.substring(3), UNSUPPORTED_FORMAT);
    }

    @Test
    void everyBeginningOfATokenOf007IsTruncated() {
        for (int length = 3; length < TOKEN_007.replace("=", "").length(); length++) {
            assertUnreadable(TOKEN_007.substring(0, length), TRUNCATED);
        }
    }

    @Test
    void everyBeginningOfATokenOf006IsTruncated() {
        for (int length = 3; length < TOKEN_006.replace("=", "").length(); length++) {
            assertUnreadable(TOKEN_006.substring(0, length), TRUNCATED);
        }
    }

    @Test
    void knowsCharactersOutsideBase64() {
        assertUnreadable(replaced(TOKEN_007, 20, '-'), CORRUPT, "hyphen");
        assertUnreadable(replaced(TOKEN_007, 20, '_'), CORRUPT, "underscore");
        assertUnreadable(replaced(TOKEN_007, 20, '='), CORRUPT, "padding inside");
        assertUnreadable(replaced(TOKEN_006, 40, ' '), CORRUPT, "space");
        assertUnreadable(TOKEN_007 + "\n", CORRUPT, "line feed");
        assertThat(read(replaced(TOKEN_006, 100, '+')).content()).isNotNull();
    }

    @Test
    void takesNoMorePaddingThanBelongsThere() {
        String unpadded = TOKEN_007.replace("=", "");

        assertUnreadable(unpadded + "====", CORRUPT, "4 padding characters");
        assertUnreadable(TOKEN_007 + "=", CORRUPT, "padding added");
        assertRegular(TOKEN_007);
    }

    @Test
    void readsPastMissingPadding() {
        String padded = tokenWith2PaddingCharacters();

        assertIrregular(padded.substring(0, padded.length() - 1), NON_CANONICAL, "1 of 2 padding characters");
        assertIrregular(padded.substring(0, padded.length() - 2), NON_CANONICAL, "0 of 2 padding characters");
        assertRegular(padded);
    }

    @Test
    void reportsBitsThatBelongToNoByte() {
        String padded = tokenWith2PaddingCharacters();
        int last = padded.length() - 3;
        char next = (char) (padded.charAt(last) + 1);

        DecodedToken decodedToken = assertIrregular(replaced(padded, last, next), NON_CANONICAL, "spare bits");

        assertThat(decodedToken.content()).isEqualTo(assertRegular(padded).content());
    }

    @Test
    void knowsAWrongChecksumOfTheStream() {
        byte[] stream = WireFixture.stream(TOKEN_007);

        stream[stream.length - 1] ^= 1;
        assertUnreadable(WireFixture.token007(stream), CORRUPT, "checksum");
        stream[stream.length - 1] ^= 1;
        assertRegular(WireFixture.token007(stream));
    }

    @Test
    void knowsAStreamWithoutItsChecksum() {
        byte[] stream = WireFixture.stream(TOKEN_007);

        assertUnreadable(WireFixture.token007(Arrays.copyOf(stream, stream.length - 4)), TRUNCATED, "no checksum");
        assertUnreadable(WireFixture.token007(Arrays.copyOf(stream, stream.length - 1)), TRUNCATED, "short checksum");
    }

    @Test
    void knowsWhatIsNoZlibStream() {
        assertUnreadable("007AAAA", CORRUPT, "3 zero bytes");
        assertUnreadable("007" + Base64.getEncoder().encodeToString(new byte[100]), CORRUPT, "100 zero bytes");
    }

    @Test
    void wantsASignatureOf32Bytes() {
        String shorter = WireFixture.empty().text("s".repeat(31)).token007();
        String longer = WireFixture.empty().text("s".repeat(33)).token006();

        assertUnreadable(shorter, CORRUPT, "signature of 31 bytes");
        assertUnreadable(longer, CORRUPT, "signature of 33 bytes");
    }

    @Test
    void wantsAnAppIdOf32HexadecimalCharacters() {
        WireFixture signature = WireFixture.empty().text("s".repeat(32));

        assertUnreadable(signature.text("970CA35de60c44645bbae8a215061b3").token007(), CORRUPT, "App ID of 31 bytes");
        assertUnreadable(tokenWithAppId("970CA35de60c44645bbae8a215061b3g"), CORRUPT, "App ID of format 007");
        assertUnreadable(replaced(TOKEN_006, 10, 'g'), CORRUPT, "App ID of format 006");
        assertRegular(WireFixture.content007(0).token007());
    }

    @Test
    void readsAnAppIdWithUpToFourSpacesAroundIt() {
        assertThat(read(tokenWithAppId("  " + WireFixture.APP_ID + "\r\n")).irregularities())
                .extracting(Irregularity::tokenDefect)
                .containsExactly(APP_ID_WITH_SPACE);
        assertUnreadable(tokenWithAppId("  " + WireFixture.APP_ID + " \r\n"), CORRUPT);
        assertUnreadable(tokenWithAppId(" ".repeat(36)), CORRUPT);
        assertUnreadable("006" + " ".repeat(60), CORRUPT);
    }

    @Test
    void countsTheSpacesBeforeAndAfterAnAppIdTogether() {
        assertThat(SpacedAppId.end("  " + WireFixture.APP_ID + "   ", 0)).isEqualTo(2 + 32 + 2);
        assertThat(SpacedAppId.end("     " + WireFixture.APP_ID, 0)).isEqualTo(4 + 32);
    }

    @Test
    void wantsNamesInUtf8() {
        assertUnreadable(rtmWithUserId(0xC3, 0x28), CORRUPT, "name with a broken sequence");
        assertUnreadable(rtmWithUserId(0xC0, 0x80), CORRUPT, "name with an overlong sequence");
        assertUnreadable(rtmWithUserId(0xED, 0xA0, 0x80), CORRUPT, "name with a surrogate");
        assertRegular(rtmWithUserId(0xC3, 0xA9));
    }

    @Test
    void knowsLengthsThatDoNotFit() {
        WireFixture tooLong = WireFixture.content007(1).u16(2, 0).u16(4).raw('a', 'b', 'c');
        WireFixture fitting = WireFixture.content007(1).u16(2, 0).u16(3).raw('a', 'b', 'c');

        assertUnreadable(tooLong.token007(), CORRUPT, "name longer than the content");
        assertRegular(fitting.token007());
    }

    @Test
    void knowsFieldsThatEndEarly() {
        assertUnreadable(WireFixture.content007(1).token007(), TRUNCATED, "end before a service type");
        assertUnreadable(WireFixture.content007(2).u16(4, 0).token007(), TRUNCATED, "end before the second service");
        assertUnreadable(WireFixture.content007(1).u16(4, 1, 1).token007(), TRUNCATED, "end before a privilege expiry");
        assertUnreadable(
                WireFixture.content006().block(new byte[9]).token006(), TRUNCATED, "end before the privilege count");
    }

    @Test
    void capsTheContentAt64KiB() {
        assertUnreadable(padded(65_537).token007(), CORRUPT, "content too large");
        assertIrregular(padded(65_536).token007(), TRAILING_DATA, "zeros after the last service");
    }

    @Test
    void reportsBytesAfterTheStream() {
        byte[] stream = WireFixture.stream(TOKEN_007);

        assertIrregular(
                WireFixture.token007(Arrays.copyOf(stream, stream.length + 5)),
                TRAILING_DATA,
                "bytes after the stream");
    }

    @Test
    void reportsBytesAfterTheLastService() {
        assertIrregular(
                WireFixture.content007(1).u16(4, 0).raw(1, 2, 3).token007(),
                TRAILING_DATA,
                "bytes after the last service");
        assertRegular(WireFixture.content007(1).u16(4, 0).token007());
    }

    @Test
    void reportsBytesAfterTheContentOf006() {
        byte[] message = WireFixture.empty().u32(1).u32(2).u16(0).bytes();
        byte[] longer = Arrays.copyOf(message, message.length + 2);

        assertIrregular(
                WireFixture.content006().block(message).raw(1).token006(), TRAILING_DATA, "byte after the message");
        assertIrregular(
                WireFixture.content006().block(longer).token006(), TRAILING_DATA, "bytes after the last privilege");
        assertRegular(WireFixture.content006().block(message).token006());
    }

    @Test
    void reportsDescendingServices() {
        assertIrregular(WireFixture.content007(3).u16(4, 0, 10, 0, 9, 0).token007(), UNORDERED, "services");
        assertRegular(WireFixture.content007(3).u16(4, 0, 9, 0, 9, 0).token007());
    }

    @Test
    void reportsDescendingPrivileges() {
        WireFixture descending =
                WireFixture.content007(1).u16(4, 2, 2).u32(5).u16(1).u32(6);

        DecodedToken decodedToken = assertIrregular(descending.token007(), UNORDERED, "privileges");

        assertThat(privileges(decodedToken)).containsExactly(privilege(2, 5), privilege(1, 6));
    }

    @Test
    void comparesPrivilegesWithoutSign() {
        assertRegular(WireFixture.content007(1)
                .u16(4, 2, 0x7FFF)
                .u32(5)
                .u16(0x8000)
                .u32(0xFFFF_FFFFL)
                .token007());
    }

    @Test
    void reportsDescendingPermissions() {
        WireFixture rtm2 = WireFixture.content007(1).u16(8, 0).text("user");

        assertIrregular(rtm2.u16(2).u16(4, 1, 0, 0).u16(1, 1, 0, 0).token007(), UNORDERED, "resource types");
        assertIrregular(
                WireFixture.content007(1)
                        .u16(8, 0)
                        .text("user")
                        .u16(1)
                        .u16(3, 2)
                        .u16(1, 0)
                        .u16(0, 0)
                        .token007(),
                UNORDERED,
                "permission types");
    }

    @Test
    void reportsRepeatedPermissionsAndKeepsThem() {
        WireFixture twice = WireFixture.content007(1).u16(8, 0).text("user").u16(1);
        WireFixture apart = WireFixture.content007(1).u16(8, 0).text("user").u16(2);

        DecodedToken decodedToken = assertIrregular(
                twice.u16(3, 2).u16(0, 1).text("a").u16(0, 1).text("b").token007(),
                DUPLICATE_PRIVILEGE,
                "permission types");
        assertThat(((TokenContent.V007) decodedToken.content())
                        .services()
                        .get(0)
                        .value(Field.PERMISSIONS))
                .contains(new FieldValue.Permissions(List.of(
                        new FieldValue.PermissionEntry(3, 0, List.of("a")),
                        new FieldValue.PermissionEntry(3, 0, List.of("b")))));
        assertIrregular(apart.u16(3, 1, 0, 0).u16(3, 1, 1, 0).token007(), DUPLICATE_PRIVILEGE, "resource types");
    }

    @Test
    void reportsAResourceTypeThatNamesNoPermission() {
        assertIrregular(
                WireFixture.content007(1)
                        .u16(8, 0)
                        .text("user")
                        .u16(1)
                        .u16(3, 0)
                        .token007(),
                NON_CANONICAL,
                "resource type without permission");
    }

    @Test
    void reportsRepeatedPrivilegesAndKeepsThem() {
        WireFixture repeating = WireFixture.content007(1)
                .u16(4, 3, 1)
                .u32(5)
                .u16(1)
                .u32(6)
                .u16(2)
                .u32(7);

        DecodedToken decodedToken = assertIrregular(repeating.token007(), DUPLICATE_PRIVILEGE, "privileges");

        assertThat(privileges(decodedToken)).containsExactly(privilege(1, 5), privilege(1, 6), privilege(2, 7));
    }

    @Test
    void reportsRepeatedPrivilegesOf006() {
        byte[] message = WireFixture.empty()
                .u32(1)
                .u32(2)
                .u16(3)
                .u16(1)
                .u32(5)
                .u16(2)
                .u32(6)
                .u16(1)
                .u32(7)
                .bytes();

        DecodedToken decodedToken = read(WireFixture.content006().block(message).token006());

        assertThat(decodedToken.irregularities())
                .extracting(Irregularity::tokenDefect)
                .containsExactly(UNORDERED, DUPLICATE_PRIVILEGE);
        assertThat(((TokenContent.V006) decodedToken.content()).privileges())
                .containsExactly(privilegeAt(1, 5), privilegeAt(2, 6), privilegeAt(1, 7));
    }

    @Test
    void stopsAtAServiceOfAnUnknownType() {
        WireFixture unknown =
                WireFixture.content007(3).u16(4, 0).u16(42).raw(0xAB, 0xCD).u16(4, 0);

        DecodedToken decodedToken = assertIrregular(unknown.token007(), UNKNOWN_SERVICE, "type 42");

        TokenContent.V007 content = (TokenContent.V007) decodedToken.content();
        assertThat(content.services()).hasSize(1);
        assertThat(content.unread()).isEqualTo(Optional.of(new UnparsedTail(42, "abcd04000000")));
    }

    @Test
    void takesTypesAboveTheSignedRangeForUnknownOnes() {
        DecodedToken decodedToken =
                assertIrregular(WireFixture.content007(1).u16(0xFFFF).token007(), UNKNOWN_SERVICE, "type 65535");

        assertThat(((TokenContent.V007) decodedToken.content()).unread())
                .isEqualTo(Optional.of(new UnparsedTail(65_535, "")));
    }

    @Test
    void readsNumbersWithoutSignExceptTheRoomRole() {
        WireFixture apaas =
                WireFixture.content007(1).u16(7, 0).text("room").text("user").u16(0xFFFF);

        TokenContent.V007 content =
                (TokenContent.V007) assertRegular(apaas.token007()).content();

        assertThat(content.services().get(0).value(Field.ROOM_ROLE)).contains(new FieldValue.Number(-1));
    }

    @Test
    void reportsInTheOrderOfMeeting() {
        byte[] content = WireFixture.content007(2).u16(10, 0).u16(9, 0).raw(7).bytes();
        byte[] stream = WireFixture.deflate(content);

        assertThat(read(WireFixture.token007(Arrays.copyOf(stream, stream.length + 1)))
                        .irregularities())
                .extracting(Irregularity::tokenDefect)
                .containsExactly(TRAILING_DATA, UNORDERED, TRAILING_DATA);
    }

    private static DecodedToken read(String token) {
        return TokenCodec.read(token);
    }

    private static void assertUnreadable(String text, TokenDefect tokenDefect, String testCase) {
        ApprovedMessages.verify(
                tokenDefect.code() + ": " + testCase,
                assertUnreadable(text, tokenDefect).getMessage());
    }

    private static UnreadableTokenException assertUnreadable(String text, TokenDefect tokenDefect) {
        UnreadableTokenException rejection =
                catchThrowableOfType(UnreadableTokenException.class, () -> TokenCodec.read(text));
        assertThat(rejection).as("of %s characters", text.length()).isNotNull();
        assertThat(rejection.defect()).as(rejection.getMessage()).isEqualTo(tokenDefect);
        assertThat(rejection.getMessage()).hasSizeBetween(1, 200);
        return rejection;
    }

    private static DecodedToken assertIrregular(String text, TokenDefect tokenDefect, String testCase) {
        DecodedToken decodedToken = read(text);
        assertThat(decodedToken.irregularities()).hasSize(1);
        assertThat(decodedToken.irregularities().get(0).tokenDefect()).isEqualTo(tokenDefect);
        ApprovedMessages.verify(
                tokenDefect.code() + ": " + testCase,
                decodedToken.irregularities().get(0).message());
        return decodedToken;
    }

    private static DecodedToken assertRegular(String text) {
        DecodedToken decodedToken = read(text);
        assertThat(decodedToken.irregularities()).isEmpty();
        return decodedToken;
    }

    private static List<PrivilegeEntry> privileges(DecodedToken decodedToken) {
        return ((TokenContent.V007) decodedToken.content()).services().get(0).privileges();
    }

    private static String tokenWith2PaddingCharacters() {
        String token = write(rtm("a"));
        assertThat(token).endsWith("==").doesNotEndWith("===");
        return token;
    }

    private static String rtmWithUserId(int... utf8) {
        return WireFixture.content007(1).u16(2, 0).u16(utf8.length).raw(utf8).token007();
    }

    private static String tokenWithAppId(String appId) {
        return WireFixture.empty()
                .text("s".repeat(32))
                .text(appId)
                .u32(1)
                .u32(1)
                .u32(1)
                .u16(0)
                .token007();
    }

    private static WireFixture padded(int size) {
        WireFixture content = WireFixture.content007(0);
        return content.raw(new int[size - content.bytes().length]);
    }

    private static String replaced(String text, int index, char c) {
        return text.substring(0, index) + c + text.substring(index + 1);
    }
}
