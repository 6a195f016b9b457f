package dev.agoratoken.verify;

import dev.agoratoken.token.service.TokenContent;
import java.util.List;

/** What is in a text that should be a token. No signature was checked. */
public sealed interface Inspection {
    /** What is odd about the text, in order of importance; repairs that were needed to read it are among them. */
    List<Finding> findings();

    /**
     * Looks into a text, whatever it is. Never throws; what it takes of memory and time is bounded.
     */
    static Inspection of(String text) {
        return ParsedInput.of(text).inspection();
    }

    /**
     * A token that could be read.
     *
     * @param signatureHex the signature as 64 lower-case hexadecimal digits
     */
    record Readable(TokenContent content, String signatureHex, List<Finding> findings) implements Inspection {
        public Readable {
            findings = List.copyOf(findings);
        }
    }

    /** A text that is no token; the findings say why. */
    record Unreadable(List<Finding> findings) implements Inspection {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }
}
