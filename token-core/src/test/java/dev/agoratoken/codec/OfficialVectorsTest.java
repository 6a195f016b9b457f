package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.codec.VectorFixture.Vector;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.TokenContent;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfficialVectorsTest {
    private static final AppCertificate ANOTHER = AppCertificate.of("5CFd2fd1755d40ecb72977518be15d3c");

    static Stream<Vector> format007() {
        return VectorFixture.ofFormat("007");
    }

    static Stream<Vector> format007WithCertificate() {
        return format007().filter(Vector::hasCertificate);
    }

    static Stream<Vector> format007AsWrittenToday() {
        return format007WithCertificate().filter(vector -> !vector.servicesUnsorted());
    }

    static Stream<Vector> format006() {
        return VectorFixture.ofFormat("006");
    }

    static Stream<Vector> format006WithCertificate() {
        return format006().filter(Vector::hasCertificate);
    }

    static Stream<Vector> deadFormats() {
        return VectorFixture.ofFormat("001", "002", "003", "004", "005", "signaling-1");
    }

    @Test
    void coversEveryVector() {
        assertThat(VectorFixture.all()).hasSize(71);
        assertThat(format007()).hasSize(44);
        assertThat(format007WithCertificate()).hasSize(43);
        assertThat(format007AsWrittenToday()).hasSize(42);
        assertThat(format006()).hasSize(11);
        assertThat(format006WithCertificate()).hasSize(7);
        assertThat(deadFormats()).hasSize(16);
    }

    @ParameterizedTest
    @MethodSource("format007AsWrittenToday")
    void writesTheContentOf007(Vector vector) {
        String token =
                TokenCodec.write(vector.content007(), vector.certificate()).reveal();

        assertThat(HexFormat.of().formatHex(WireFixture.inflate(token)))
                .isEqualTo(vector.decoded().get("contentHex").textValue());
    }

    @Test
    void sortsTheServicesThatAnOlderWriterLeftUnsorted() {
        Vector vector = VectorFixture.named("V038");

        String token =
                TokenCodec.write(vector.content007(), vector.certificate()).reveal();

        TokenContent.V007 content = (TokenContent.V007) TokenCodec.read(token).content();
        assertThat(vector.wireServiceOrder()).containsExactly(7, 2, 5);
        assertThat(content.services())
                .extracting(service -> service.type().id())
                .containsExactly(2, 5, 7);
        assertThat(content.services())
                .containsExactlyInAnyOrderElementsOf(vector.content007().services());
    }

    @ParameterizedTest
    @MethodSource("format007")
    void readsEveryFieldOf007(Vector vector) {
        DecodedToken decodedToken = TokenCodec.read(vector.token());

        assertThat(decodedToken.content()).isEqualTo(vector.content007());
        assertThat(((TokenContent.V007) decodedToken.content()).services())
                .extracting(service -> service.type().id())
                .containsExactlyElementsOf(vector.wireServiceOrder());
        assertThat(decodedToken.signatureHex())
                .isEqualTo(vector.decoded().get("signatureHex").textValue());
        assertThat(decodedToken.irregularities())
                .extracting(Irregularity::tokenDefect)
                .isEqualTo(vector.servicesUnsorted() ? List.of(TokenDefect.UNORDERED) : List.of());
    }

    @ParameterizedTest
    @MethodSource("format007WithCertificate")
    void tellsWhoSigned007(Vector vector) {
        DecodedToken decodedToken = TokenCodec.read(vector.token());

        assertThat(decodedToken.isSignedBy(vector.certificate())).isTrue();
        assertThat(decodedToken.isSignedBy(ANOTHER)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("format006WithCertificate")
    void writesTheTextOf006(Vector vector) {
        assertThat(TokenCodec.write(vector.draft006(), vector.certificate()).reveal())
                .isEqualTo(vector.token());
    }

    @ParameterizedTest
    @MethodSource("format006")
    void readsEveryFieldOf006(Vector vector) {
        DecodedToken decodedToken = TokenCodec.read(vector.token());

        Format006Payload payload = vector.draft006();
        assertThat(decodedToken.content())
                .isEqualTo(new TokenContent.V006(
                        payload.appId(),
                        payload.salt(),
                        payload.expiresAt(),
                        vector.decoded().get("crcChannel").longValue(),
                        vector.decoded().get("crcUid").longValue(),
                        payload.privileges()));
        assertThat(decodedToken.signatureHex())
                .isEqualTo(vector.decoded().get("signatureHex").textValue());
        assertThat(decodedToken.irregularities()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("format006")
    void holdsTheMessageOf006AtItsPlace(Vector vector) {
        byte[] content = Base64.getDecoder().decode(vector.token().substring(35));

        assertThat(HexFormat.of().formatHex(content, 44, content.length))
                .isEqualTo(vector.decoded().get("messageHex").textValue());
    }

    @ParameterizedTest
    @MethodSource("format006WithCertificate")
    void tellsWhoSigned006AndForWhom(Vector vector) {
        DecodedToken decodedToken = TokenCodec.read(vector.token());
        String channel = vector.draft006().channel();
        String user = vector.draft006().user();

        assertThat(decodedToken.isSignedBy(vector.certificate(), channel, user)).isTrue();
        assertThat(decodedToken.isSignedBy(ANOTHER, channel, user)).isFalse();
        assertThat(decodedToken.isSignedBy(vector.certificate(), channel + "x", user))
                .isFalse();
        assertThat(decodedToken.isSignedBy(vector.certificate(), channel, user + "0"))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("deadFormats")
    void namesTheDeadFormatWithoutQuotingTheKey(Vector vector) {
        UnreadableTokenException rejection =
                catchThrowableOfType(UnreadableTokenException.class, () -> TokenCodec.read(vector.token()));

        assertThat(rejection.defect()).isEqualTo(TokenDefect.UNSUPPORTED_FORMAT);
        ApprovedMessages.verify("key of format " + vector.format(), rejection.getMessage());
        assertThat(rejection.getMessage()).doesNotContain(vector.token().substring(3, 40));
    }
}
