package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.CHANNEL_MISMATCH;
import static dev.agoratoken.verify.FindingCode.MISSING_SERVICE;

import dev.agoratoken.token.Printable;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.token.service.TokenContent.UnparsedTail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds the services, channels and users of a token against those that a client uses. */
final class ServiceSelector {
    /** The names fit, too. */
    static final int BEST_FIT = 2;

    private final List<GrantedService> rights;
    private final Optional<UnparsedTail> unread;
    private final Expectation expected;
    private final FindingCollector findingCollector;
    private final UserCheck users;

    ServiceSelector(
            List<GrantedService> rights,
            TokenContent content,
            Expectation expected,
            FindingCollector findingCollector) {
        this.rights = rights;
        this.unread = content instanceof TokenContent.V007 token ? token.unread() : Optional.empty();
        this.expected = expected;
        this.findingCollector = findingCollector;
        this.users = new UserCheck(rights, expected, findingCollector);
    }

    /** Who joins the channel, by the text that a token holds; null if it is not said. */
    static String joiningUser(Expectation expected) {
        return expected.user().map(ExpectedUser::text).or(expected::userId).orElse(null);
    }

    /** Who logs in to Signaling or Chat; null if it is not said. */
    static String userId(Expectation expected) {
        return expected.userId()
                .or(() -> expected.user().map(ExpectedUser::text).filter(text -> !text.isEmpty()))
                .orElse(null);
    }

    /** How well a token fits: a service of it may be of a kind that is meant, and be for the names as well. */
    static int fit(List<GrantedService> rights, Expectation expected) {
        boolean inChannel = expected.channel().isPresent() || expected.user().isPresent();
        int fit = expected.isOpen() ? BEST_FIT : 0;
        for (GrantedService service : rights) {
            boolean meant = expected.purpose()
                    .map(purpose -> purpose.isServedBy(service.type()))
                    .orElse(inChannel == service.isInChannel());
            if (meant) {
                fit = Math.max(fit, isNamed(service, expected) ? BEST_FIT : 1);
            }
        }
        return fit;
    }

    private static boolean isNamed(GrantedService service, Expectation expected) {
        String user = service.isInChannel() ? joiningUser(expected) : userId(expected);
        return (user == null || service.user() == null || service.user().covers(user))
                && (service.channel() == null
                        || expected.channel()
                                .filter(name -> !service.channel().covers(name))
                                .isEmpty());
    }

    /** The services that are meant; whatever is wrong with their names is reported. */
    List<GrantedService> select() {
        if (expected.purpose().isPresent()) {
            return forPurpose(expected.purpose().get());
        }
        if (expected.isOpen()) {
            return all();
        }
        boolean inChannel = expected.channel().isPresent() || expected.user().isPresent();
        List<GrantedService> chosen = new ArrayList<>();
        if (inChannel) {
            chosen.addAll(narrowed(matching(GrantedService::isInChannel), "join a channel", ServiceType.RTC));
        }
        List<GrantedService> logins = matching(service -> service.user() != null && !service.isInChannel());
        if (expected.userId().isPresent() && !(logins.isEmpty() && isUserOfChannel())) {
            chosen.addAll(narrowed(logins, "log in to Signaling or Chat", ServiceType.RTM));
        }
        return chosen;
    }

    private List<GrantedService> all() {
        if (rights.isEmpty() && unread.isEmpty()) {
            findingCollector.error(
                    MISSING_SERVICE, "the token contains no service", "make a token for at least one service");
        }
        rights.forEach(users::reportOpenness);
        return rights;
    }

    /** Whether the user id that was given can only be the one who joins the channel. */
    private boolean isUserOfChannel() {
        return expected.channel().isPresent() && expected.user().isEmpty();
    }

    private List<GrantedService> forPurpose(Purpose purpose) {
        List<GrantedService> serving = matching(service -> purpose.isServedBy(service.type()));
        boolean worksWithRtc = purpose == Purpose.CONVO_AI || purpose == Purpose.STT;
        List<GrantedService> rtc = matching(service -> service.type() == ServiceType.RTC);
        if (worksWithRtc && serving.isEmpty() && !rtc.isEmpty()) {
            findingCollector.warn(
                    MISSING_SERVICE,
                    contents() + ", but not for " + purpose.service().label(),
                    "add the service " + purpose.service().label() + " unless the API accepts a token for rtc");
        }
        return worksWithRtc && !rtc.isEmpty()
                ? narrowed(rtc, purpose.description(), purpose.service())
                : narrowed(serving, purpose.description(), purpose.service());
    }

    private List<GrantedService> matching(Predicate<GrantedService> filter) {
        List<GrantedService> matching = new ArrayList<>(rights.size());
        for (int i = 0; i < rights.size(); i++) {
            if (filter.test(rights.get(i))) {
                matching.add(rights.get(i));
            }
        }
        return matching;
    }

    private List<GrantedService> narrowed(List<GrantedService> candidates, String deed, ServiceType needed) {
        if (candidates.isEmpty()) {
            findingCollector.error(
                    MISSING_SERVICE,
                    contents() + ", but " + needed.label() + " is required to " + deed,
                    "pass a token for " + needed.label() + " instead");
            return candidates;
        }
        List<GrantedService> here = inChannel(candidates);
        if (here.isEmpty()) {
            reportChannel(candidates, expected.channel().orElseThrow());
            here = candidates;
        }
        return users.chosenOf(here);
    }

    private List<GrantedService> inChannel(List<GrantedService> candidates) {
        if (expected.channel().isEmpty()) {
            return candidates;
        }
        String channel = expected.channel().get();
        List<GrantedService> here = new ArrayList<>(candidates.size());
        for (GrantedService candidate : candidates) {
            if (candidate.channel() == null || candidate.channel().covers(channel)) {
                here.add(candidate);
            }
        }
        return here;
    }

    private void reportChannel(List<GrantedService> candidates, String channel) {
        EncodedName stored = candidates.get(0).channel();
        String others = candidates.size() > 1 ? " and " + (candidates.size() - 1) + " more" : "";
        findingCollector.error(
                CHANNEL_MISMATCH,
                "the token is for " + stored.describe("channel") + others + ", but the client joins "
                        + Printable.quote(channel) + NameSimilarity.of(stored, channel),
                "make the token for exactly the channel that the client joins");
    }

    /** What the token is for, as the beginning of a sentence. */
    private String contents() {
        String known = rights.stream()
                .limit(4)
                .map(service -> service.type().label())
                .distinct()
                .collect(Collectors.joining(" and "));
        if (unread.isEmpty()) {
            return known.isEmpty() ? "the token contains no service" : "the token is for " + known;
        }
        return "the token is for " + (known.isEmpty() ? "" : known + " and ") + "an unknown service ("
                + unread.get().serviceType() + "), after which nothing was read";
    }
}
