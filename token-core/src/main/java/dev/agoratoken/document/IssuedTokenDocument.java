package dev.agoratoken.document;

import dev.agoratoken.issuing.IssuedToken;
import java.util.List;

/** An issued token, with times in RFC 3339 UTC. */
public record IssuedTokenDocument(
        String token,
        String format,
        String project,
        String appId,
        String issuedAt,
        String expiresAt,
        List<ServiceDocument> services) {
    public static IssuedTokenDocument from(IssuedToken issued) {
        return new IssuedTokenDocument(
                issued.text(),
                issued.format().prefix(),
                issued.project().value(),
                issued.appId().value(),
                issued.issuedAt().toString(),
                issued.expiresAt().toString(),
                issued.services().stream()
                        .map(service -> ServiceDocument.from(service, issued.issuedAt(), issued.expiresAt()))
                        .toList());
    }

    /** Redacted, because it contains the token. */
    @Override
    public String toString() {
        return "IssuedTokenDocument[" + format + ", " + project + ", redacted]";
    }
}
