package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.CHANNEL_AND_USER_SWAPPED;

import dev.agoratoken.text.Printable;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.grant.GrantedService;
import java.util.List;

/** Check for a token that has the client's channel as its user and the client's user as its channel. */
final class SwappedNames {
    private final Expectation expected;
    private final FindingCollector findingCollector;

    SwappedNames(Expectation expected, FindingCollector findingCollector) {
        this.expected = expected;
        this.findingCollector = findingCollector;
    }

    /** Returns whether both names match crosswise in one of the services, and reports that. */
    boolean report(List<GrantedService> candidates) {
        String channel = expected.channel().orElse(null);
        for (GrantedService service : candidates) {
            String user = ServiceSelector.nameFor(service, expected);
            if (channel != null
                    && user != null
                    && service.channel() != null
                    && service.channel().equalsName(user)
                    && service.requireUser().equalsName(channel)) {
                findingCollector.error(
                        CHANNEL_AND_USER_SWAPPED,
                        "the token has channel and user swapped: its channel is the user " + Printable.quote(user)
                                + ", and its user is the channel " + Printable.quote(channel),
                        "pass the channel before the user to the builder, and keep the client as it is");
                return true;
            }
        }
        return false;
    }
}
