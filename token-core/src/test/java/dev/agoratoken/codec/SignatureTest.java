package dev.agoratoken.codec;

import static dev.agoratoken.codec.ContentFixture.CERTIFICATE;
import static dev.agoratoken.codec.ContentFixture.privilege;
import static dev.agoratoken.codec.ContentFixture.privilegeAt;
import static dev.agoratoken.codec.ContentFixture.rtc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.TokenContent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    private static final DecodedToken OF_007 = TokenCodec.read(ContentFixture.write(rtc(privilege(1, 600))));
    private static final DecodedToken OF_006 =
            TokenCodec.read(TokenCodec.write(ContentFixture.draft(privilegeAt(1, 1446455471)), CERTIFICATE)
                    .reveal());

    @Test
    void makesTheKeysOfTheWorkedExample() {
        byte[] first = hmac("47f41000").update(CERTIFICATE).finish();
        byte[] second = hmac("01000000").update(first).finish();

        assertThat(HexFormat.of().formatHex(first))
                .isEqualTo("e0f6141e54329d72102500478ec18e0020a5eeef53bbcccc442c6c2f7f178251");
        assertThat(HexFormat.of().formatHex(second))
                .isEqualTo("cee2fa8dcbe868c30ca8c959d97fad4a5049c634da48449f1b8f59c14fa61073");
    }

    @Test
    void asksForTheNamesThatATokenOf006DoesNotHold() {
        assertThatIllegalStateException().isThrownBy(() -> OF_006.isSignedBy(CERTIFICATE));
        assertThatIllegalStateException().isThrownBy(() -> OF_007.isSignedBy(CERTIFICATE, "channel", "user"));
    }

    @Test
    void coversUnknownServicesAndTrailingBytes() {
        byte[] signed =
                signedWith(WireFixture.content007(2).u16(42).raw(1, 2, 3).bytes());
        byte[] trailing = signedWith(WireFixture.content007(0).raw(1, 2, 3).bytes());

        assertThat(readContent(signed).isSignedBy(CERTIFICATE)).isTrue();
        assertThat(readContent(trailing).isSignedBy(CERTIFICATE)).isTrue();
        trailing[trailing.length - 1]++;
        assertThat(readContent(trailing).isSignedBy(CERTIFICATE)).isFalse();
    }

    @Test
    void noticesEveryChangedByteOf007() {
        byte[] content = WireFixture.inflate(ContentFixture.write(rtc(privilege(1, 600))));
        int appId = 36;
        int issuedAt = 68;
        int channel = 96;
        for (int place : new int[] {2, 33, appId, issuedAt, issuedAt + 4, issuedAt + 8, channel, content.length - 1}) {
            byte[] changed = content.clone();
            changed[place] ^= 1;
            assertThat(readContent(changed).isSignedBy(CERTIFICATE))
                    .as("byte %s", place)
                    .isFalse();
        }
        assertThat(readContent(content).isSignedBy(CERTIFICATE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"UNDEFINED, undefined", "NULL, null", "NONE, None", "EMPTY, ''"})
    void knowsTheTextThatWasTakenForACertificate(CertificateVariant variant, String text) {
        byte[] content = WireFixture.content007(0).bytes();
        byte[] signed = Arrays.copyOfRange(content, 34, content.length);
        byte[] signature = new byte[HmacSha256.LENGTH];
        Format007.sign(text.getBytes(StandardCharsets.US_ASCII), signed, signature);
        System.arraycopy(signature, 0, content, 2, signature.length);

        assertThat(CertificateVariant.values())
                .filteredOn(other -> readContent(content).isSignedBy(CERTIFICATE, other))
                .containsExactly(variant);
    }

    /** The space came into the text after the token was signed. */
    @Test
    void coversIn006TheAppIdWithoutASpaceThatWasAddedLater() {
        String token = TokenCodec.write(ContentFixture.draft(privilegeAt(1, 1446455471)), CERTIFICATE)
                .reveal();
        DecodedToken spaced = TokenCodec.read("006 " + token.substring(3));

        assertThat(spaced.isSignedBy(CERTIFICATE, ContentFixture.CHANNEL, ContentFixture.USER))
                .isTrue();
        assertThat(spaced.isSignedBy(CERTIFICATE, ContentFixture.CHANNEL, "other"))
                .isFalse();
    }

    @Test
    void cannotTellIn006WhereTheChannelEndsButTheChecksumsCan() {
        DecodedToken decodedToken = TokenCodec.read(TokenCodec.write(
                        new Format006Payload(
                                ContentFixture.APP_ID, Salt.of(1), ContentFixture.MADE, "room1", "23", List.of()),
                        CERTIFICATE)
                .reveal());
        DecodedToken other = TokenCodec.read(TokenCodec.write(
                        new Format006Payload(
                                ContentFixture.APP_ID, Salt.of(1), ContentFixture.MADE, "room12", "3", List.of()),
                        CERTIFICATE)
                .reveal());

        assertThat(decodedToken.isSignedBy(CERTIFICATE, "room12", "3")).isTrue();
        assertThat(((TokenContent.V006) decodedToken.content()).channelCrc32())
                .isNotEqualTo(((TokenContent.V006) other.content()).channelCrc32());
    }

    @Test
    void takesCertificatesAsTheyAreTyped() {
        AppCertificate lowerCase = AppCertificate.of("5cfd2fd1755d40ecb72977518be15d3b");

        assertThat(OF_007.isSignedBy(lowerCase)).isFalse();
        assertThat(OF_006.isSignedBy(lowerCase, ContentFixture.CHANNEL, ContentFixture.USER))
                .isFalse();
    }

    @Test
    void readingsDoNotPrintTheirSignature() {
        assertThat(OF_007.toString()).isEqualTo("DecodedToken[format 007, 0 irregularities]");
        assertThat(OF_006.toString()).isEqualTo("DecodedToken[format 006, 0 irregularities]");
    }

    private static DecodedToken readContent(byte[] content) {
        return TokenCodec.read(WireFixture.token007(WireFixture.deflate(content)));
    }

    private static HmacSha256 hmac(String keyHex) {
        byte[] key = HexFormat.of().parseHex(keyHex);
        return new HmacSha256().key(key, 0, key.length);
    }

    private static byte[] signedWith(byte[] content) {
        Format007.sign(CERTIFICATE, content, 34, content.length, content, 2);
        return content;
    }
}
