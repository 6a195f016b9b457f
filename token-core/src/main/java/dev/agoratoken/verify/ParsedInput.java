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
 * The result of reading a text as a token.
 *
 * @param reading the decoded token; absent if the text is unreadable
 * @param length the length in characters of the token that was read, without its surroundings
 */
record ParsedInput(Optional<DecodedToken> reading, int length, Inspection inspection) {
    /** Reads a text as it is or, if that fails, repaired. */
    static ParsedInput of(String text) {
        return of(text, content -> ServiceSelector.FULL_MATCH);
    }

    /** Reads a text; of several tokens, the one with the highest match level is preferred. */
    static ParsedInput of(String text, ToIntFunction<TokenContent> matchLevel) {
        try {
            return of(TokenCodec.read(text), text.length(), new FindingCollector());
        } catch (UnreadableTokenException e) {
            return repaired(text, matchLevel, e);
        }
    }

    private static ParsedInput repaired(
            String text, ToIntFunction<TokenContent> matchLevel, UnreadableTokenException failure) {
        List<TextRepair> repairs = TextRepair.candidates(text);
        UnreadableTokenException first = null;
        ParsedInput best = null;
        int bestLevel = -1;
        for (TextRepair textRepair : repairs) {
            try {
                DecodedToken decodedToken = TokenCodec.read(textRepair.text());
                ParsedInput read = of(decodedToken, textRepair.text().length(), textRepair.findingCollector());
                int level = matchLevel.applyAsInt(decodedToken.content());
                if (level == ServiceSelector.FULL_MATCH) {
                    return read;
                }
                best = level > bestLevel ? read : best;
                bestLevel = Math.max(level, bestLevel);
            } catch (UnreadableTokenException e) {
                first = first == null ? e : first;
            }
        }
        if (best != null) {
            return best;
        }
        return first == null
                ? unreadable(text, failure, new FindingCollector())
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
