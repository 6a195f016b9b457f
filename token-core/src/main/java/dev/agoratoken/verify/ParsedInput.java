package dev.agoratoken.verify;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.TokenDefect;
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
record ParsedInput(Optional<DecodedToken> reading, int length, Inspection inspection) {
    /** Reads the text as it is or, if that fails, as it was before it was damaged. */
    static ParsedInput of(String text) {
        return of(text, content -> ServiceSelector.BEST_FIT);
    }

    /** The same; where several tokens stand in the text, the one that fits best is preferred. */
    static ParsedInput of(String text, ToIntFunction<TokenContent> fit) {
        try {
            return of(TokenCodec.read(text), text.length(), new FindingCollector());
        } catch (UnreadableTokenException e) {
            return repaired(text, fit, e);
        }
    }

    private static ParsedInput repaired(String text, ToIntFunction<TokenContent> fit, UnreadableTokenException asItIs) {
        List<TextRepair> repairs = TextRepair.candidates(text);
        UnreadableTokenException first = null;
        ParsedInput best = null;
        int bestFit = -1;
        for (TextRepair textRepair : repairs) {
            try {
                DecodedToken decodedToken = TokenCodec.read(textRepair.text());
                ParsedInput read = of(decodedToken, textRepair.text().length(), textRepair.findingCollector());
                int fitting = fit.applyAsInt(decodedToken.content());
                if (fitting == ServiceSelector.BEST_FIT) {
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
                ? unreadable(text, asItIs, new FindingCollector())
                : unreadable(text, first, repairs.get(0).findingCollector());
    }

    private static ParsedInput unreadable(
            String text, UnreadableTokenException cause, FindingCollector findingCollector) {
        findingCollector.error(code(cause.defect()), cause.getMessage(), Remedies.forUnreadable(cause.defect(), text));
        return new ParsedInput(Optional.empty(), 0, new Unreadable(findingCollector.byImportance()));
    }

    private static ParsedInput of(DecodedToken decodedToken, int length, FindingCollector findingCollector) {
        List<Irregularity> irregularities = decodedToken.irregularities();
        for (int i = 0; i < irregularities.size(); i++) {
            findingCollector.add(finding(irregularities.get(i)));
        }
        return new ParsedInput(
                Optional.of(decodedToken),
                length,
                new Readable(decodedToken.content(), decodedToken.signatureHex(), findingCollector.byImportance()));
    }

    private static Finding finding(Irregularity irregularity) {
        return new Finding(
                code(irregularity.tokenDefect()),
                irregularity.tokenDefect() == TokenDefect.UNORDERED ? Severity.NOTE : Severity.WARNING,
                irregularity.message(),
                Remedies.forIrregular(irregularity.tokenDefect()));
    }

    private static FindingCode code(TokenDefect tokenDefect) {
        return switch (tokenDefect) {
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
