package dev.agoratoken.issuing;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.TokenContent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** A project, a mint whose clock stands still, and a look at what was minted. */
final class MintFixture {
    static final AppId APP_ID = AppId.of("970CA35de60c44645bbae8a215061b33");
    static final AppCertificate CERTIFICATE = AppCertificate.of("5CFd2fd1755d40ecb72977518be15d3b");
    static final Project PROJECT = new Project(ProjectName.DEFAULT, APP_ID, List.of(CERTIFICATE));
    static final Instant NOW = Instant.ofEpochSecond(1111111);

    private MintFixture() {}

    static TokenMint mint() {
        return mint(PROJECT);
    }

    static TokenMint mint(Project project) {
        return new TokenMint(project, InstantSource.fixed(NOW), () -> Salt.of(1));
    }

    static DecodedToken read(IssuedToken issued) {
        return TokenCodec.read(issued.text());
    }

    static TokenContent.V007 read007(IssuedToken issued) {
        return (TokenContent.V007) read(issued).content();
    }

    static TokenContent.V006 read006(IssuedToken issued) {
        return (TokenContent.V006) read(issued).content();
    }

    /** The services in the order of the token, each like {@code rtc {1:600, 2:600} [testing, 1234]}. */
    static List<String> described(IssuedToken issued) {
        return read007(issued).services().stream().map(MintFixture::described).toList();
    }

    private static String described(ServiceContent service) {
        return service.type().label()
                + service.privileges().stream()
                        .map(MintFixture::described)
                        .collect(Collectors.joining(", ", " {", "} "))
                + service.values().stream().map(MintFixture::described).toList();
    }

    private static String described(PrivilegeEntry privilege) {
        return privilege.id() + ":"
                + (privilege.expiry() instanceof PrivilegeExpiry.After after
                        ? after.duration().toSeconds()
                        : privilege.expiry());
    }

    private static String described(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        }
        return value instanceof FieldValue.Number number ? Integer.toString(number.value()) : value.toString();
    }
}
