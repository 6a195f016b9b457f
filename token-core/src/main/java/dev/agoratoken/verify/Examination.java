package dev.agoratoken.verify;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.codec.TokenCodec.Reading;
import dev.agoratoken.token.Defect;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.Inspection.Readable;
import dev.agoratoken.verify.Inspection.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * An inspection with what it was made from.
 *
 * @param reading absent if the text is unreadable
 * @param length of the token that was read, without what stands around it
 */
record Examination(Optional<Reading> reading, int length, Inspection inspection) {
    /** Reads the text as it is or, if that fails, as it was before it was damaged. */
    static Examination of(String text) {
        return of(text, content -> PlaceCheck.BEST_FIT);
    }

    /** The same; where several tokens stand in the text, the one that fits best is preferred. */
    static Examination of(String text, ToIntFunction<TokenContent> fit) {
        try {
            return of(TokenCodec.read(text), text.length(), new Findings());
        } catch (UnreadableTokenException e) {
            return repaired(text, fit, e);
        }
    }

    private static Examination repaired(String text, ToIntFunction<TokenContent> fit, UnreadableTokenException asItIs) {
        List<Repair> repairs = Repair.candidates(text);
        UnreadableTokenException first = null;
        Examination best = null;
        int bestFit = -1;
        for (Repair repair : repairs) {
            try {
                Reading reading = TokenCodec.read(repair.text());
                Examination read = of(reading, repair.text().length(), repair.findings());
                int fitting = fit.applyAsInt(reading.content());
                if (fitting == PlaceCheck.BEST_FIT) {
                    return read;
                }
                best = fitting > bestFit ? read : best;
                bestFit = Math.max(fitting, bestFit);
            } catch (UnreadableTokenException e) {
                first = first == null ? e : first;
            }
        }
        if (best != null) {
            return best;
        }
        return first == null
                ? unreadable(text, asItIs, new Findings())
                : unreadable(text, first, repairs.get(0).findings());
    }

    private static Examination unreadable(String text, UnreadableTokenException cause, Findings findings) {
        findings.error(code(cause.defect()), cause.getMessage(), Remedies.forUnreadable(cause.defect(), text));
        return new Examination(Optional.empty(), 0, new Unreadable(findings.byImportance()));
    }

    private static Examination of(Reading reading, int length, Findings findings) {
        List<Irregularity> irregularities = reading.irregularities();
        for (int i = 0; i < irregularities.size(); i++) {
            findings.add(finding(irregularities.get(i)));
        }
        return new Examination(
                Optional.of(reading),
                length,
                new Readable(reading.content(), reading.signatureHex(), findings.byImportance()));
    }

    private static Finding finding(Irregularity irregularity) {
        return new Finding(
                code(irregularity.defect()),
                irregularity.defect() == Defect.UNORDERED ? Severity.NOTE : Severity.WARNING,
                irregularity.message(),
                Remedies.forIrregular(irregularity.defect()));
    }

    private static FindingCode code(Defect defect) {
        return switch (defect) {
            case NOT_A_TOKEN -> FindingCode.NOT_A_TOKEN;
            case UNSUPPORTED_FORMAT -> FindingCode.UNSUPPORTED_FORMAT;
            case TRUNCATED -> FindingCode.TRUNCATED;
            case CORRUPT -> FindingCode.CORRUPT;
            case TRAILING_DATA -> FindingCode.TRAILING_DATA;
            case NON_CANONICAL -> FindingCode.NON_CANONICAL;
            case UNORDERED -> FindingCode.UNORDERED;
            case DUPLICATE_PRIVILEGE -> FindingCode.DUPLICATE_PRIVILEGE;
            case UNKNOWN_SERVICE -> FindingCode.UNKNOWN_SERVICE;
        };
    }
}
