package dev.agoratoken.verify;

import dev.agoratoken.token.service.PartialContent;
import dev.agoratoken.token.service.TokenContent;
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
