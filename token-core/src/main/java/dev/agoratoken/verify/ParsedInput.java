package dev.agoratoken.verify;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.PartialContent;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.Inspection.Readable;
import dev.agoratoken.verify.Inspection.Unreadable;
import dev.agoratoken.verify.check.FindingCollector;
import dev.agoratoken.verify.check.ServiceSelector;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import dev.agoratoken.verify.text.OtherText;
import dev.agoratoken.verify.text.TextRepair;
import dev.agoratoken.verify.text.TokenShape;
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
        Optional<String> onlyCase = TokenShape.onlyCase(text);
        if (onlyCase.isPresent()) {
            return unreadable(TextFindings.ofLostCase(onlyCase.get()));
        }
        try {
            DecodedToken decodedToken = TokenCodec.read(text);
            return isFollowedByData(decodedToken)
                    ? repaired(text, matchLevel)
                            .orElseGet(() -> of(decodedToken, text.length(), new FindingCollector()))
                    : of(decodedToken, text.length(), new FindingCollector());
        } catch (UnreadableTokenException e) {
            return repaired(text, matchLevel).orElseGet(() -> unreadable(text, e));
        }
    }

    private static boolean isFollowedByData(DecodedToken decodedToken) {
        return decodedToken.irregularities().stream()
                .anyMatch(irregularity -> irregularity.tokenDefect() == TokenDefect.TRAILING_DATA);
    }

    private static Optional<ParsedInput> repaired(String text, ToIntFunction<TokenContent> matchLevel) {
        ParsedInput best = null;
        int bestLevel = -1;
        for (TextRepair repair : TextRepair.candidates(text)) {
            FindingCollector findingCollector = TextFindings.of(repair.damage());
            try {
                DecodedToken decodedToken = TokenCodec.read(repair.token());
                int level = matchLevel.applyAsInt(decodedToken.content());
                if (level == ServiceSelector.FULL_MATCH) {
                    return Optional.of(of(decodedToken, repair.token().length(), findingCollector));
                }
                if (level > bestLevel) {
                    best = of(decodedToken, repair.token().length(), findingCollector);
                    bestLevel = level;
                }
            } catch (UnreadableTokenException e) {
                if (best == null) {
                    best = unreadable(repair.token(), e, findingCollector);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Says what a text is that has no token. */
    private static ParsedInput unreadable(String text, UnreadableTokenException cause) {
        if (TokenShape.isShortened(text)) {
            return unreadable(TextFindings.ofShortened(), TokenCodec.readBeginning(text.strip()));
        }
        return cause.defect() == TokenDefect.NOT_A_TOKEN
                ? OtherText.of(text)
                        .map(other -> unreadable(TextFindings.of(other)))
                        .orElseGet(() -> unreadable(text, cause, new FindingCollector()))
                : unreadable(text, cause, new FindingCollector());
    }

    private static ParsedInput unreadable(
            String token, UnreadableTokenException cause, FindingCollector findingCollector) {
        findingCollector.error(code(cause.defect()), cause.getMessage(), Remedies.forUnreadable(cause.defect()));
        return unreadable(
                findingCollector,
                cause.defect() == TokenDefect.TRUNCATED ? TokenCodec.readBeginning(token) : Optional.empty());
    }

    private static ParsedInput unreadable(FindingCollector findingCollector) {
        return unreadable(findingCollector, Optional.empty());
    }

    private static ParsedInput unreadable(FindingCollector findingCollector, Optional<PartialContent> beginning) {
        return new ParsedInput(Optional.empty(), 0, new Unreadable(findingCollector.byImportance(), beginning));
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
                severity(irregularity.tokenDefect()),
                irregularity.message(),
                Remedies.forIrregular(irregularity.tokenDefect()));
    }

    private static Severity severity(TokenDefect tokenDefect) {
        return switch (tokenDefect) {
            case APP_ID_WITH_SPACE -> Severity.ERROR;
            case UNORDERED -> Severity.NOTE;
            case NOT_A_TOKEN,
                    UNSUPPORTED_FORMAT,
                    TRUNCATED,
                    CORRUPT,
                    TRAILING_DATA,
                    NON_CANONICAL,
                    DUPLICATE_PRIVILEGE,
                    UNKNOWN_SERVICE -> Severity.WARNING;
        };
    }

    private static FindingCode code(TokenDefect tokenDefect) {
        return switch (tokenDefect) {
            case NOT_A_TOKEN -> FindingCode.NOT_A_TOKEN;
            case UNSUPPORTED_FORMAT -> FindingCode.UNSUPPORTED_FORMAT;
            case TRUNCATED -> FindingCode.TRUNCATED;
            case CORRUPT -> FindingCode.CORRUPT;
            case APP_ID_WITH_SPACE -> FindingCode.APP_ID_WITH_SPACE;
            case TRAILING_DATA -> FindingCode.TRAILING_DATA;
            case NON_CANONICAL -> FindingCode.NON_CANONICAL;
            case UNORDERED -> FindingCode.UNORDERED;
            case DUPLICATE_PRIVILEGE -> FindingCode.DUPLICATE_PRIVILEGE;
            case UNKNOWN_SERVICE -> FindingCode.UNKNOWN_SERVICE;
        };
    }
}
