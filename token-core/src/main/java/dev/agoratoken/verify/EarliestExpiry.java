package dev.agoratoken.verify;

import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.TokenContent;
import java.time.Instant;
import java.util.stream.Stream;

/** The moment from which a token no longer grants all that it grants now (docs/reference/token-format.md#validity). */
final class EarliestExpiry {
    private EarliestExpiry() {}

    static Instant of(TokenContent content) {
        Instant ofToken = ofToken(content);
        return privileges(content)
                .map(privilege -> of(privilege.expiry(), content, ofToken))
                .reduce(ofToken, EarliestExpiry::earlier);
    }

    private static Instant ofToken(TokenContent content) {
        return content instanceof TokenContent.V007 token
                ? earlier(token.expiresAt(), token.issuedAt().plus(Lifetime.MAX.duration()))
                : content.expiresAt();
    }

    private static Stream<PrivilegeEntry> privileges(TokenContent content) {
        return content instanceof TokenContent.V007 token
                ? token.services().stream().flatMap(service -> service.privileges().stream())
                : ((TokenContent.V006) content).privileges().stream();
    }

    private static Instant of(PrivilegeExpiry expiry, TokenContent content, Instant ofToken) {
        if (expiry instanceof PrivilegeExpiry.At at) {
            return at.instant();
        }
        return expiry instanceof PrivilegeExpiry.After after && content instanceof TokenContent.V007 token
                ? token.issuedAt().plus(after.duration())
                : ofToken;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
