package dev.agoratoken.codec;

import static dev.agoratoken.codec.ContentFixture.CERTIFICATE;
import static dev.agoratoken.codec.ContentFixture.CHANNEL;
import static dev.agoratoken.codec.ContentFixture.MADE;
import static dev.agoratoken.codec.ContentFixture.USER;
import static dev.agoratoken.codec.ContentFixture.content;
import static dev.agoratoken.codec.ContentFixture.draft;
import static dev.agoratoken.codec.ContentFixture.privilege;
import static dev.agoratoken.codec.ContentFixture.privilegeAt;
import static dev.agoratoken.codec.ContentFixture.rtc;
import static dev.agoratoken.codec.ContentFixture.rtm;
import static dev.agoratoken.codec.ContentFixture.rtm2;
import static dev.agoratoken.codec.ContentFixture.write;
import static dev.agoratoken.codec.ContentFixture.writtenAndRead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.token.service.TokenContent.UnparsedTail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void writesTheWorkedExampleOf007() {
        String token = write(rtc(privilege(1, 600)));

        assertThat(HEX.formatHex(WireFixture.inflate(token)))
                .isEqualTo("200016a0b84c5a5e82cbf74fb813d09f59c54bdac9c06120580539ac97578e958b1a"
                        + "2000" + HEX.formatHex(WireFixture.APP_ID.getBytes())
                        + "47f4100058020000010000000100"
                        + "01000100010058020000"
                        + "2000" + HEX.formatHex(CHANNEL.getBytes())
                        + "0a0032383832333431323733");
    }

    @Test
    void writesTheWorkedExampleOf006() {
        String token =
                TokenCodec.write(draft(privilegeAt(1, 1446455471)), CERTIFICATE).reveal();

        assertThat(token).startsWith("006" + WireFixture.APP_ID);
        assertThat(HEX.formatHex(Base64.getDecoder().decode(token.substring(35))))
                .isEqualTo("200095d1f654070fbbd9c5682fd7b218687743a3e88bc6e08f054b9f229227239747" + "b7487d10"
                        + "57a051e5" + "1000" + "0100000047f4100001000100af283756");
    }

    @Test
    void saysAllEndsOf007InSecondsFromTheMaking() {
        ServiceContent service = rtc(
                new PrivilegeEntry(1, PrivilegeExpiry.WITH_TOKEN),
                new PrivilegeEntry(2, PrivilegeExpiry.UNSET),
                privilege(3, 1),
                privilege(4, 0xFFFF_FFFFL));

        assertThat(writtenAndRead(service).services().get(0).privileges())
                .containsExactly(
                        privilege(1, 600),
                        new PrivilegeEntry(2, PrivilegeExpiry.UNSET),
                        privilege(3, 1),
                        privilege(4, 0xFFFF_FFFFL));
    }

    @Test
    void saysAllEndsOf006AsUnixTimes() {
        String token = TokenCodec.write(
                        draft(
                                new PrivilegeEntry(1, PrivilegeExpiry.UNSET),
                                privilegeAt(2, 1),
                                privilegeAt(3, 0xFFFF_FFFFL)),
                        CERTIFICATE)
                .reveal();

        assertThat(((TokenContent.V006) TokenCodec.read(token).content()).privileges())
                .containsExactly(
                        new PrivilegeEntry(1, PrivilegeExpiry.UNSET), privilegeAt(2, 1), privilegeAt(3, 0xFFFF_FFFFL));
    }

    @Test
    void refusesAMomentAsAnEndIn007() {
        TokenContent.V007 content = content(rtc(privilegeAt(1, 1446455471)));

        assertThatIllegalArgumentException().isThrownBy(() -> TokenCodec.write(content, CERTIFICATE));
    }

    @Test
    void refusesARelativeEndIn006() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenCodec.write(draft(privilege(1, 600)), CERTIFICATE));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TokenCodec.write(draft(new PrivilegeEntry(1, PrivilegeExpiry.WITH_TOKEN)), CERTIFICATE));
    }

    @Test
    void refusesAnEndThatWouldBeWrittenAsNone() {
        PrivilegeEntry brief = new PrivilegeEntry(1, new PrivilegeExpiry.After(Duration.ofMillis(999)));

        assertRefused("privileges", "under 1 second", rtc(brief));
        assertRefused("privileges", "expiry 0", draft(privilegeAt(1, 0)));
    }

    @Test
    void refusesEndsOutside32Bits() {
        assertRefused("privileges", "lifetime too long", rtc(privilege(1, 0x1_0000_0000L)));
        assertRefused("privileges", "negative lifetime", rtc(privilege(1, -1)));
        assertRefused("privileges", "expiry too late", draft(privilegeAt(1, 0x1_0000_0000L)));
    }

    @Test
    void writesTimesUpToTheLastSecondOf32Bits() {
        Instant last = Instant.ofEpochSecond(0xFFFF_FFFFL);

        TokenContent.V007 youngest = times(last, last.plusSeconds(0xFFFF_FFFFL));

        assertThat(TokenCodec.read(TokenCodec.write(youngest, CERTIFICATE).reveal())
                        .content())
                .isEqualTo(youngest);
        assertRefused("issuedAt", "too late", times(last.plusSeconds(1), last.plusSeconds(2)));
        assertRefused("issuedAt", "before 1970", times(Instant.ofEpochSecond(-1), last));
        assertRefused("lifetime", "too long", times(MADE, MADE.plusSeconds(0x1_0000_0000L)));
        assertRefused("lifetime", "negative", times(MADE, MADE.minusSeconds(1)));
    }

    @Test
    void sortsServicesByTypeAndKeepsTheOrderOfEqualTypes() {
        ServiceContent first = rtc("first", USER, privilege(1, 600));
        ServiceContent second = rtc("second", USER, privilege(1, 600));

        assertThat(writtenAndRead(rtm("z"), second, rtm("a"), first).services())
                .containsExactly(second, first, rtm("z"), rtm("a"));
    }

    @Test
    void sortsPrivileges() {
        assertThat(writtenAndRead(rtc(privilege(4, 7), privilege(1, 8))))
                .isEqualTo(content(rtc(privilege(1, 8), privilege(4, 7))));
    }

    @Test
    void sortsPermissionsOnBothLevelsAndKeepsTheOrderOfNames() {
        PermissionEntry usersRead = new PermissionEntry(4, 0, List.of("z", "a"));
        PermissionEntry channelsWrite = new PermissionEntry(0, 1, List.of());
        PermissionEntry channelsRead = new PermissionEntry(0, 0, List.of("m*"));
        PermissionEntry largest = new PermissionEntry(0xFFFF, 0xFFFF, List.of("x"));

        assertThat(writtenAndRead(rtm2(largest, usersRead, channelsWrite, channelsRead)))
                .isEqualTo(content(rtm2(channelsRead, channelsWrite, usersRead, largest)));
    }

    @Test
    void writesNamesInUtf8() {
        ServiceContent service =
                rtc("größe 频道 🎧", "\u007F\u0080\u07FF\u0800\uFFFF\uD800\uDC00\uDBFF\uDFFF", privilege(1, 600));

        assertThat(writtenAndRead(service).services()).containsExactly(service);
    }

    @Test
    void refusesHalfACharacter() {
        assertRefused("services", "high surrogate", rtc("\uD83C", USER, privilege(1, 600)));
        assertRefused("services", "low surrogate", rtc("a", "\uDFA7\uD83C", privilege(1, 600)));
    }

    @Test
    void writesTheLargestContentThatIsRead() {
        String longest = "x".repeat((1 << 16) - (82 + 2 + 2 + 6 + 2));

        assertThat(WireFixture.inflate(write(rtm(longest)))).hasSize(1 << 16);
        assertThat(writtenAndRead(rtm(longest)).services()).containsExactly(rtm(longest));
        assertRefused("services", "content too large", rtm(longest + "x"));
    }

    @Test
    void writesNothingLongerThanIsRead() {
        byte[] bytes = new byte[30_000];
        new Random(7).nextBytes(bytes);

        assertRefused(
                "services",
                "token too long",
                rtm(HexFormat.of().formatHex(bytes) + Base64.getEncoder().encodeToString(bytes)));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_536, 65_537, 131_072})
    void refusesTextsLongerThanTheirLengthFieldCanTell(int length) {
        assertRefused("services", length + " bytes", rtm("x".repeat(length)));
    }

    @Test
    void countsTheBytesOfATextAndNotItsCharacters() {
        assertRefused("services", "2 bytes per character", rtm("é".repeat(32_768)));
        assertThat(WireFixture.inflate(write(rtm("é".repeat(32_000))))).hasSize(94 + 64_000);
    }

    @Test
    void refusesMoreNamesServicesOrPrivilegesThanAreRead() {
        PermissionEntry most = new PermissionEntry(0, 0, Collections.nCopies(1024 - 4, "a"));
        PermissionEntry oneMore = new PermissionEntry(0, 0, Collections.nCopies(1024 - 3, "a"));

        assertThat(writtenAndRead(rtm2(most)).services()).containsExactly(rtm2(most));
        assertRefused("services", "1025 entries", rtm2(oneMore));
        assertRefused(
                "privileges",
                "600 services",
                content(Collections.nCopies(600, rtm("a")).toArray(ServiceContent[]::new)));
        assertRefused(
                "privileges",
                "1024 privileges",
                rtc(Collections.nCopies(1024, privilege(1, 1)).toArray(PrivilegeEntry[]::new)));
    }

    @Test
    void refusesMorePrivilegesThanAreReadIn006() {
        PrivilegeEntry[] most = Collections.nCopies(1024, privilegeAt(1, 1)).toArray(PrivilegeEntry[]::new);
        PrivilegeEntry[] oneMore = Collections.nCopies(1025, privilegeAt(1, 1)).toArray(PrivilegeEntry[]::new);

        assertThat(TokenCodec.write(draft(most), CERTIFICATE).reveal()).startsWith("006");
        assertRefused("privileges", "1025 privileges in 006", draft(oneMore));
    }

    @ParameterizedTest
    @ValueSource(ints = {-32_768, -1, 0, 32_767})
    void writesRoomRolesWithTheirSign(int role) {
        assertThat(writtenAndRead(apaas(role)).services()).containsExactly(apaas(role));
    }

    @ParameterizedTest
    @ValueSource(ints = {-32_769, 32_768, 65_535})
    void refusesRoomRolesOutside16Bits(int role) {
        assertRefused("services", "room role " + role, apaas(role));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesPrivilegeNumbersOutside16Bits(int id) {
        assertRefused("privileges", "id " + id, rtc(privilege(id, 600)));
    }

    @Test
    void refusesToWriteWhatWasNotRead() {
        TokenContent.V007 unread = new TokenContent.V007(
                ContentFixture.APP_ID,
                Salt.of(1),
                MADE,
                MADE.plusSeconds(600),
                List.of(),
                Optional.of(new UnparsedTail(42, "00")));

        assertThatIllegalArgumentException().isThrownBy(() -> TokenCodec.write(unread, CERTIFICATE));
    }

    @Test
    void storesContentsWhileTheWebSdkTakesTheTokenAndDeflatesLargerOnes() {
        String stored = write(rtm("x".repeat(1522 - 94)));
        String deflated = write(rtm("x".repeat(1523 - 94)));

        assertThat(stored).hasSize(2047);
        assertThat(WireFixture.inflate(stored)).hasSize(1522);
        assertThat(WireFixture.stream(stored)).hasSize(1522 + 11).startsWith(0x78, 0x01, 0x01, 0xF2, 0x05, 0x0D, 0xFA);
        assertThat(WireFixture.inflate(deflated)).hasSize(1523);
        assertThat(WireFixture.stream(deflated)).hasSizeLessThan(200).startsWith(0x78, 0x9C);
    }

    @Test
    void deflatesContentsThatDoNotCompress() {
        StringBuilder random = new StringBuilder();
        new Random(7).ints(20_000, 0x4E00, 0x9F00).forEach(random::appendCodePoint);
        ServiceContent service = rtm(random.toString());

        assertThat(new String(WireFixture.inflate(write(service)), 94, 60_000, StandardCharsets.UTF_8))
                .isEqualTo(random.toString());
    }

    /** Random characters of seven bits deflate to 7/8; base64 then adds a third. */
    @Test
    void refusesATextThatIsTooLongToRead() {
        StringBuilder random = new StringBuilder();
        new Random(7).ints(60_000, 0, 0x80).forEach(random::appendCodePoint);

        assertRefused("services", "text too long", rtm(random.toString()));
    }

    private static ServiceContent apaas(int role) {
        return new ServiceContent(
                ServiceType.APAAS,
                List.of(privilege(1, 600)),
                List.of(new FieldValue.Text("room"), new FieldValue.Text("user"), new FieldValue.Number(role)));
    }

    private static TokenContent.V007 times(Instant issuedAt, Instant expiresAt) {
        return new TokenContent.V007(
                ContentFixture.APP_ID, Salt.of(1), issuedAt, expiresAt, List.of(rtm("a")), Optional.empty());
    }

    private static void assertRefused(String field, String testCase, ServiceContent service) {
        assertRefused(field, testCase, content(service));
    }

    private static void assertRefused(String field, String testCase, TokenContent.V007 content) {
        assertRefused(field, testCase, () -> TokenCodec.write(content, CERTIFICATE));
    }

    private static void assertRefused(String field, String testCase, Format006Payload payload) {
        assertRefused(field, testCase, () -> TokenCodec.write(payload, CERTIFICATE));
    }

    private static void assertRefused(String field, String testCase, ThrowingCallable writing) {
        InvalidValueException rejection = catchThrowableOfType(InvalidValueException.class, writing);
        assertThat(rejection.field()).isEqualTo(field);
        ApprovedMessages.verify(field + ": " + testCase, rejection.getMessage());
    }
}
