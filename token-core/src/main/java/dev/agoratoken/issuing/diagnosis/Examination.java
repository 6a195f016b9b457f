package dev.agoratoken.issuing.diagnosis;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.codec.TokenCodec.Reading;
import dev.agoratoken.issuing.diagnosis.Inspection.Readable;
import dev.agoratoken.issuing.diagnosis.Inspection.Unreadable;
import dev.agoratoken.token.Defect;
import dev.agoratoken.token.TokenContent;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An inspection with what it was made from.
 *
 * @param reading absent if the text is unreadable
 * @param length of the token that was read, without what stands around it
 */
record Examination(Optional<Reading> reading, int length, Inspection inspection) {
    /** Reads the text as it is or, if that fails, as it was before it was damaged. */
    static Examination of(String text) {
        return of(text, content -> true);
    }

    /** The same; where several tokens stand in the text, one that is meant is preferred. */
    static Examination of(String text, Predicate<TokenContent> meant) {
        try {
            return of(TokenCodec.read(text), text.length(), new Findings());
        } catch (UnreadableTokenException e) {
            return repaired(text, meant, e);
        }
    }

    private static Examination repaired(String text, Predicate<TokenContent> meant, UnreadableTokenException asItIs) {
        List<Repair> repairs = Repair.candidates(text);
        UnreadableTokenException first = null;
        Examination readable = null;
        for (Repair repair : repairs) {
            try {
                Reading reading = TokenCodec.read(repair.text());
                boolean fits = meant.test(reading.content());
                if (fits || readable == null) {
                    readable = of(reading, repair.text().length(), repair.findings());
                }
                if (fits) {
                    break;
                }
            } catch (UnreadableTokenException e) {
                first = first == null ? e : first;
            }
        }
        if (readable != null) {
            return readable;
        }
        Findings findings = first == null ? new Findings() : repairs.get(0).findings();
        UnreadableTokenException cause = first == null ? asItIs : first;
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
