package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.codec.TokenCodec.Reading;
import dev.agoratoken.codec.VectorFixture.Vector;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.Defect;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.Draft006;
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
        Reading reading = TokenCodec.read(vector.token());

        assertThat(reading.content()).isEqualTo(vector.content007());
        assertThat(((TokenContent.V007) reading.content()).services())
                .extracting(service -> service.type().id())
                .containsExactlyElementsOf(vector.wireServiceOrder());
        assertThat(reading.signatureHex())
                .isEqualTo(vector.decoded().get("signatureHex").textValue());
        assertThat(reading.irregularities())
                .extracting(Irregularity::defect)
                .isEqualTo(vector.servicesUnsorted() ? List.of(Defect.UNORDERED) : List.of());
    }

    @ParameterizedTest
    @MethodSource("format007WithCertificate")
    void tellsWhoSigned007(Vector vector) {
        Reading reading = TokenCodec.read(vector.token());

        assertThat(reading.isSignedBy(vector.certificate())).isTrue();
        assertThat(reading.isSignedBy(ANOTHER)).isFalse();
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
        Reading reading = TokenCodec.read(vector.token());

        Draft006 draft = vector.draft006();
        assertThat(reading.content())
                .isEqualTo(new TokenContent.V006(
                        draft.appId(),
                        draft.salt(),
                        draft.expiresAt(),
                        vector.decoded().get("crcChannel").longValue(),
                        vector.decoded().get("crcUid").longValue(),
                        draft.privileges()));
        assertThat(reading.signatureHex())
                .isEqualTo(vector.decoded().get("signatureHex").textValue());
        assertThat(reading.irregularities()).isEmpty();
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
        Reading reading = TokenCodec.read(vector.token());
        String channel = vector.draft006().channel();
        String user = vector.draft006().user();

        assertThat(reading.isSignedBy(vector.certificate(), channel, user)).isTrue();
        assertThat(reading.isSignedBy(ANOTHER, channel, user)).isFalse();
        assertThat(reading.isSignedBy(vector.certificate(), channel + "x", user))
                .isFalse();
        assertThat(reading.isSignedBy(vector.certificate(), channel, user + "0"))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("deadFormats")
    void namesTheDeadFormatWithoutQuotingTheKey(Vector vector) {
        UnreadableTokenException refusal =
                catchThrowableOfType(UnreadableTokenException.class, () -> TokenCodec.read(vector.token()));

        assertThat(refusal.defect()).isEqualTo(Defect.UNSUPPORTED_FORMAT);
        assertThat(refusal)
                .hasMessageContaining(
                        vector.format().equals("signaling-1") ? "old Signaling" : "format " + vector.format() + ",")
                .hasMessageContaining("2.1 (native)")
                .hasMessageContaining("2.4 (web)");
        assertThat(refusal.getMessage()).doesNotContain(vector.token().substring(3, 40));
    }
}
