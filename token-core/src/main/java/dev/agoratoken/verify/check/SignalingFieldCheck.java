package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.USER_IN_WRONG_FIELD;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.grant.GrantedService;
import java.util.List;

/** Check that a Signaling token of format 006 has its user in the field of the channel, and no uid. */
final class SignalingFieldCheck {
    private static final String REMEDY =
            "make the token with the RTM builder of format 006, which gets only the user id, or in format 007";

    private final Expectation expected;
    private final FindingCollector findingCollector;

    SignalingFieldCheck(Expectation expected, FindingCollector findingCollector) {
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    void report(TokenContent content, List<GrantedService> chosen) {
        boolean forSignaling =
                !chosen.isEmpty() && chosen.stream().allMatch(service -> service.type() == ServiceType.RTM);
        if (content instanceof TokenContent.V006 token && token.userCrc32() != 0 && forSignaling) {
            findingCollector.removeNameMismatches();
            findingCollector.error(
                    USER_IN_WRONG_FIELD,
                    problem(token) + ": Signaling in format 006 expects it in the channel field, and no uid",
                    REMEDY);
        }
    }

    private String problem(TokenContent.V006 token) {
        String userId = ServiceSelector.userId(expected);
        if (userId == null) {
            return "the uid field of the Signaling token contains a user id";
        }
        if (token.userCrc32() != TokenCodec.checksum(userId)) {
            return "the uid field of the Signaling token contains another name than the user id "
                    + Printable.quote(userId);
        }
        return token.channelCrc32() == token.userCrc32()
                ? "the user id " + Printable.quote(userId) + " is in the channel field and in the uid field"
                : "the user id " + Printable.quote(userId) + " is in the uid field";
    }
}
