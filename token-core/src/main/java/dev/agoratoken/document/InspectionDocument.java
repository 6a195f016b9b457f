package dev.agoratoken.document;

import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a text that should be a token, with times in RFC 3339 UTC. Fields that do not apply are absent. For an
 * unreadable text only the findings are present.
 *
 * @param verified whether a known certificate signed the token; always false in an inspection
 * @param issuedAt absent in format 006, which does not contain it
 * @param unread the rest after a service of an unknown type, in hexadecimal digits
 * @param beginning what can be read of a token that ends too early
 * @param findings absent if a readable text has none
 */
public record InspectionDocument(
        boolean readable,
        @Nullable Boolean verified,
        @Nullable String format,
        @Nullable String appId,
        @Nullable String issuedAt,
        @Nullable String expiresAt,
        @Nullable Long salt,
        @Nullable String signature,
        @Nullable List<ServiceDocument> services,
        @Nullable String unread,
        @Nullable PartialDocument beginning,
        @Nullable List<FindingDocument> findings) {
    /** An inspection without a check of the signature. */
    public static InspectionDocument from(Inspection inspection) {
        InspectionDocument document = from(inspection, false);
        return hidesAppId(inspection.findings()) ? document.withoutAppId() : document;
    }

    /** Returns whether the App ID is a secret that was put in its place. */
    static boolean hidesAppId(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.code() == FindingCode.CERTIFICATE_AS_APP_ID);
    }

    static InspectionDocument from(Inspection inspection, boolean verified) {
        List<FindingDocument> findings = FindingDocument.from(inspection.findings());
        return inspection instanceof Inspection.Readable readable
                ? readable(readable, verified, findings.isEmpty() ? null : findings)
                : unreadable((Inspection.Unreadable) inspection, findings);
    }

    /** Returns this document without its App ID, which is a secret put in its place. */
    InspectionDocument withoutAppId() {
        return new InspectionDocument(
                readable,
                verified,
                format,
                "(a certificate)",
                issuedAt,
                expiresAt,
                salt,
                signature,
                services,
                unread,
                beginning,
                findings);
    }

    /** Redacts content and signature, from which the token could be made again. */
    @Override
    public String toString() {
        return "InspectionDocument[readable " + readable + ", " + findings + ", redacted]";
    }

    private static InspectionDocument unreadable(Inspection.Unreadable inspection, List<FindingDocument> findings) {
        return new InspectionDocument(
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                inspection.beginning().map(PartialDocument::from).orElse(null),
                findings);
    }

    private static InspectionDocument readable(
            Inspection.Readable inspection, boolean verified, @Nullable List<FindingDocument> findings) {
        TokenContent content = inspection.content();
        Optional<TokenContent.V007> token007 =
                content instanceof TokenContent.V007 token ? Optional.of(token) : Optional.empty();
        return new InspectionDocument(
                true,
                verified,
                content.format().prefix(),
                content.appId().value(),
                token007.map(token -> token.issuedAt().toString()).orElse(null),
                content.expiresAt().toString(),
                content.salt().value(),
                inspection.signatureHex(),
                services(content),
                token007.flatMap(TokenContent.V007::unread)
                        .map(TokenContent.UnparsedTail::hex)
                        .orElse(null),
                null,
                findings);
    }

    private static List<ServiceDocument> services(TokenContent content) {
        if (content instanceof TokenContent.V006 token) {
            return ServiceDocument.from(token);
        }
        TokenContent.V007 token = (TokenContent.V007) content;
        Instant issuedAt = token.issuedAt();
        List<ServiceDocument> services = new ArrayList<>();
        token.services().forEach(service -> services.add(ServiceDocument.from(service, issuedAt, token.expiresAt())));
        Optional<TokenContent.UnparsedTail> unread = token.unread();
        unread.ifPresent(rest -> services.add(ServiceDocument.unknown(rest.serviceType())));
        return services;
    }
}
