package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.CHANNEL_MISMATCH;
import static dev.agoratoken.verify.FindingCode.MISSING_SERVICE;

import dev.agoratoken.token.Received;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.token.service.TokenContent.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds the services, channels and users of a token against those that a client uses. */
final class PlaceCheck {
    /** The names fit, too. */
    static final int BEST_FIT = 2;

    private final List<ServiceRight> rights;
    private final Optional<Unread> unread;
    private final Expectation expected;
    private final Findings findings;
    private final UserCheck users;

    PlaceCheck(List<ServiceRight> rights, TokenContent content, Expectation expected, Findings findings) {
        this.rights = rights;
        this.unread = content instanceof TokenContent.V007 token ? token.unread() : Optional.empty();
        this.expected = expected;
        this.findings = findings;
        this.users = new UserCheck(rights, expected, findings);
    }

    /** Who joins the channel, by the text that a token holds; null if it is not said. */
    static String joining(Expectation expected) {
        return expected.user().map(ExpectedUser::text).or(expected::userId).orElse(null);
    }

    /** Who logs in to Signaling or Chat; null if it is not said. */
    static String userId(Expectation expected) {
        return expected.userId()
                .or(() -> expected.user().map(ExpectedUser::text).filter(text -> !text.isEmpty()))
                .orElse(null);
    }

    /** How well a token fits: a service of it may be of a kind that is meant, and be for the names as well. */
    static int fit(List<ServiceRight> rights, Expectation expected) {
        boolean inChannel = expected.channel().isPresent() || expected.user().isPresent();
        int fit = expected.isOpen() ? BEST_FIT : 0;
        for (ServiceRight right : rights) {
            boolean meant = expected.purpose()
                    .map(purpose -> purpose.isServedBy(right.type()))
                    .orElse(inChannel == right.isInChannel());
            if (meant) {
                fit = Math.max(fit, isNamed(right, expected) ? BEST_FIT : 1);
            }
        }
        return fit;
    }

    private static boolean isNamed(ServiceRight right, Expectation expected) {
        String user = right.isInChannel() ? joining(expected) : userId(expected);
        return (user == null || right.user() == null || right.user().covers(user))
                && (right.channel() == null
                        || expected.channel()
                                .filter(name -> !right.channel().covers(name))
                                .isEmpty());
    }

    /** The services that are meant; whatever is wrong with their names is reported. */
    List<ServiceRight> choose() {
        if (expected.purpose().isPresent()) {
            return forPurpose(expected.purpose().get());
        }
        if (expected.isOpen()) {
            return all();
        }
        boolean inChannel = expected.channel().isPresent() || expected.user().isPresent();
        List<ServiceRight> chosen = new ArrayList<>();
        if (inChannel) {
            chosen.addAll(narrowed(matching(ServiceRight::isInChannel), "join a channel", ServiceType.RTC));
        }
        List<ServiceRight> logins = matching(right -> right.user() != null && !right.isInChannel());
        if (expected.userId().isPresent() && !(logins.isEmpty() && isUserOfChannel())) {
            chosen.addAll(narrowed(logins, "log in to Signaling or Chat", ServiceType.RTM));
        }
        return chosen;
    }

    private List<ServiceRight> all() {
        if (rights.isEmpty() && unread.isEmpty()) {
            findings.error(
                    MISSING_SERVICE, "the token is for no service at all", "make a token for at least one service");
        }
        rights.forEach(users::reportOpenness);
        return rights;
    }

    /** Whether the user id that was given can only be the one who joins the channel. */
    private boolean isUserOfChannel() {
        return expected.channel().isPresent() && expected.user().isEmpty();
    }

    private List<ServiceRight> forPurpose(Purpose purpose) {
        List<ServiceRight> serving = matching(right -> purpose.isServedBy(right.type()));
        boolean worksWithRtc = purpose == Purpose.CONVO_AI || purpose == Purpose.STT;
        List<ServiceRight> rtc = matching(right -> right.type() == ServiceType.RTC);
        if (worksWithRtc && serving.isEmpty() && !rtc.isEmpty()) {
            findings.warn(
                    MISSING_SERVICE,
                    "the token has no " + purpose.service().label() + " service, only " + services(),
                    "add the service " + purpose.service().label() + ", although a token for rtc may do");
        }
        return worksWithRtc && !rtc.isEmpty()
                ? narrowed(rtc, purpose.deed(), purpose.service())
                : narrowed(serving, purpose.deed(), purpose.service());
    }

    private List<ServiceRight> matching(Predicate<ServiceRight> filter) {
        List<ServiceRight> matching = new ArrayList<>(rights.size());
        for (int i = 0; i < rights.size(); i++) {
            if (filter.test(rights.get(i))) {
                matching.add(rights.get(i));
            }
        }
        return matching;
    }

    private List<ServiceRight> narrowed(List<ServiceRight> candidates, String deed, ServiceType needed) {
        if (candidates.isEmpty()) {
            findings.error(
                    MISSING_SERVICE,
                    "the token is for " + services() + ", and to " + deed + " it has to be for " + needed.label(),
                    "make a token for " + needed.label() + " and give that to this SDK");
            return candidates;
        }
        List<ServiceRight> here = inChannel(candidates);
        if (here.isEmpty()) {
            reportChannel(candidates, expected.channel().orElseThrow());
            here = candidates;
        }
        return users.chosenOf(here);
    }

    private List<ServiceRight> inChannel(List<ServiceRight> candidates) {
        if (expected.channel().isEmpty()) {
            return candidates;
        }
        String channel = expected.channel().get();
        List<ServiceRight> here = new ArrayList<>(candidates.size());
        for (ServiceRight candidate : candidates) {
            if (candidate.channel() == null || candidate.channel().covers(channel)) {
                here.add(candidate);
            }
        }
        return here;
    }

    private void reportChannel(List<ServiceRight> candidates, String channel) {
        StoredName stored = candidates.get(0).channel();
        String others = candidates.size() > 1 ? " and " + (candidates.size() - 1) + " more" : "";
        findings.error(
                CHANNEL_MISMATCH,
                "the token is for channel " + stored.shown() + others + ", and the client joins "
                        + Received.quoted(channel) + Likeness.of(stored, channel),
                "make the token for the channel that the client joins, letter by letter");
    }

    private String services() {
        String known = rights.stream()
                .limit(4)
                .map(right -> right.type().label())
                .distinct()
                .collect(Collectors.joining(" and "));
        if (unread.isEmpty()) {
            return known.isEmpty() ? "no service at all" : known;
        }
        return (known.isEmpty() ? "" : known + " and ") + "an unknown service ("
                + unread.get().serviceType() + "), behind which nothing could be read";
    }
}
