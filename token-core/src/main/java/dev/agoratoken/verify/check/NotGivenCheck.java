package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.CHANNEL_NOT_GIVEN;
import static dev.agoratoken.verify.finding.FindingCode.NAME_UNDEFINED;
import static dev.agoratoken.verify.finding.FindingCode.USER_NOT_GIVEN;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.grant.EncodedName;
import dev.agoratoken.verify.grant.EncodedName.Plain;
import dev.agoratoken.verify.grant.GrantedService;
import dev.agoratoken.verify.grant.MissingValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Check for names in the token that nothing was compared with. Format 006 has none: its signature cannot be checked
 * without them.
 */
final class NotGivenCheck {
    private final Expectation expected;
    private final FindingCollector findingCollector;

    NotGivenCheck(Expectation expected, FindingCollector findingCollector) {
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    void report(List<GrantedService> chosen) {
        for (GrantedService service : chosen) {
            findingCollector.about(service.type(), () -> report(service));
        }
    }

    private void report(GrantedService service) {
        String user = ServiceSelector.nameFor(service, expected);
        if (user != null) {
            reportMissingValue(service.user(), user);
        } else if (!findingCollector.has(USER_NOT_GIVEN) && needsUser(service) && isOneName(service.user())) {
            reportUser(service, ((Plain) service.requireUser()).text());
        }
        if (expected.channel().isPresent()) {
            reportMissingValue(service.channel(), expected.channel().get());
        } else if (!findingCollector.has(CHANNEL_NOT_GIVEN) && isOneName(service.channel())) {
            reportChannel(service, ((Plain) service.requireChannel()).text());
        }
    }

    /** Returns whether the client passes its user; for REST APIs of the services it does not. */
    private boolean needsUser(GrantedService service) {
        return PurposeNeeds.of(expected)
                .map(needs -> needs.isServedBy(service.type()) && needs.purpose() != Purpose.CHAT_APP)
                .orElse(true);
    }

    private static boolean isOneName(@Nullable EncodedName name) {
        return name instanceof Plain plain && !plain.text().isEmpty() && !plain.isPattern() && !plain.equalsName("0");
    }

    private void reportUser(GrantedService service, String user) {
        if (MissingValue.is(user)) {
            reportWritten(user);
        } else if (!service.isInChannel()) {
            findingCollector.warn(
                    USER_NOT_GIVEN,
                    "the token is for user id " + Printable.quote(user) + " only, and no user id was given",
                    "log in as " + Printable.quote(user) + ", and give the userId of the client to check it");
        } else if (UserId.isValue(user)) {
            findingCollector.warn(
                    USER_NOT_GIVEN,
                    "the token is for uid " + user
                            + " only, and no user was given; a client that joins with 0, null or no uid is rejected",
                    "join with uid " + user + ", and give the uid of the client to check it");
        } else {
            findingCollector.warn(
                    USER_NOT_GIVEN,
                    "the token is for the account " + Printable.quote(user)
                            + " only, and no user was given; a client with a uid or another account is rejected",
                    "join with that account, and give the account of the client to check it");
        }
    }

    private void reportChannel(GrantedService service, String channel) {
        String kind = service.type() == ServiceType.APAAS ? "room" : "channel";
        findingCollector.warn(
                CHANNEL_NOT_GIVEN,
                "the token is for " + kind + " " + Printable.quote(channel) + " only, and no " + kind + " was given",
                "join exactly this " + kind + ", and give the " + kind + " of the client to check it");
    }

    /** Warns of a missing value on both sides, which makes all such clients one user or one channel. */
    private void reportMissingValue(@Nullable EncodedName stored, String name) {
        if (stored != null && MissingValue.is(name) && stored.equalsName(name)) {
            reportWritten(name);
        }
    }

    private void reportWritten(String name) {
        findingCollector.warn(
                NAME_UNDEFINED,
                "the token is for the name " + Printable.quote(name) + ", which code writes for a missing value",
                "check that the code that makes the token gets the name of the client");
    }
}
