package dev.agoratoken.wire;

import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.Inspection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in a text that should be a token, with times in RFC 3339 UTC. What does not apply is absent; all but the
 * findings is, where the text is unreadable.
 *
 * @param verified whether a known certificate is known to have signed it; never, where it was only looked into
 * @param issuedAt absent in format 006, which does not say it
 * @param unread what follows a service of an unknown type, in hexadecimal digits
 * @param findings absent if nothing is odd about a readable text
 */
public record InspectionDocument(
        boolean readable,
        Boolean verified,
        String format,
        String appId,
        String issuedAt,
        String expiresAt,
        Long salt,
        String signature,
        List<ServiceDocument> services,
        String unread,
        List<FindingDocument> findings) {
    /** An inspection without a check of the signature. */
    public static InspectionDocument from(Inspection inspection) {
        return from(inspection, false);
    }

    static InspectionDocument from(Inspection inspection, boolean verified) {
        List<FindingDocument> findings = FindingDocument.from(inspection.findings());
        return inspection instanceof Inspection.Readable readable
                ? readable(readable, verified, findings.isEmpty() ? null : findings)
                : unreadable(findings);
    }

    private static InspectionDocument unreadable(List<FindingDocument> findings) {
        return new InspectionDocument(false, null, null, null, null, null, null, null, null, null, findings);
    }

    private static InspectionDocument readable(
            Inspection.Readable inspection, boolean verified, List<FindingDocument> findings) {
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
                findings);
    }

    private static List<ServiceDocument> services(TokenContent content) {
        if (content instanceof TokenContent.V006 token) {
            return List.of(ServiceDocument.from(token));
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
