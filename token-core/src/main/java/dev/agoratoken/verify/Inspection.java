package dev.agoratoken.verify;

import dev.agoratoken.token.service.PartialContent;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The content of a text that should be a token. The signature is not checked. */
public sealed interface Inspection {
    /** {@return the irregularities and repairs of the text, the most severe first} */
    List<Finding> findings();

    /**
     * Inspects any text. Never throws; memory and time are bounded.
     *
     * @param text any text
     * @return the content, or why the text cannot be read
     */
    static Inspection of(String text) {
        return ParsedInput.of(text).inspection();
    }

    /**
     * A readable token. Content and signature together are the token: keep them as secret as its text.
     *
     * @param content what the token contains, as it is in the token
     * @param signatureHex the signature as 64 lower-case hexadecimal digits
     * @param findings the irregularities and repairs of the text, the most severe first
     */
    record Readable(TokenContent content, String signatureHex, List<Finding> findings) implements Inspection {
        /** Copies the list. */
        public Readable {
            findings = List.copyOf(findings);
        }

        /**
         * Returns when the client needs a new token: the earliest expiry of the token and of its privileges. It is that of
         * the token for a privilege without an expiry, and at most 24 hours after the issue. The expiry of what
         * cannot be read, such as a service of an unknown type, is not part of it.
         *
         * @return the earliest moment, as the token states it; in the past if it has expired
         */
        public Instant earliestExpiry() {
            return EarliestExpiry.of(content);
        }

        /** Redacts content and signature, from which the token could be made again. */
        @Override
        public String toString() {
            return "Readable[format " + content.format() + ", expires at " + content.expiresAt() + ", " + findings
                    + ", redacted]";
        }
    }

    /**
     * A text that cannot be read as a token; the findings say why.
     *
     * @param findings why it cannot be read, the most severe first
     * @param beginning what can be read of a token that ends too early
     */
    record Unreadable(List<Finding> findings, Optional<PartialContent> beginning) implements Inspection {
        /** Copies the list. */
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }
}
