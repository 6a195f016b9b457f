package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.CHANNEL_MISMATCH;
import static dev.agoratoken.verify.finding.FindingCode.MISSING_SERVICE;
import static dev.agoratoken.verify.finding.FindingCode.NAME_UNDEFINED;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.token.service.TokenContent.UnparsedTail;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.grant.EncodedName;
import dev.agoratoken.verify.grant.GrantedService;
import dev.agoratoken.verify.grant.MissingValue;
import dev.agoratoken.verify.grant.NameSimilarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Selector of the services that match an expectation; reports mismatches of service, channel and user. */
public final class ServiceSelector {
    /** A service of the expected type that is also for the expected names. */
    public static final int FULL_MATCH = 2;

    private final List<GrantedService> services;
    private final Optional<UnparsedTail> unread;
    private final boolean isFormat006;
    private final Expectation expected;
    private final FindingCollector findingCollector;
    private final UserCheck users;

    ServiceSelector(
            List<GrantedService> services,
            TokenContent content,
            Expectation expected,
            FindingCollector findingCollector) {
        this.services = services;
        this.unread = content instanceof TokenContent.V007 token ? token.unread() : Optional.empty();
        this.isFormat006 = content instanceof TokenContent.V006;
        this.expected = expected;
        this.findingCollector = findingCollector;
        this.users = new UserCheck(services, expected, findingCollector);
    }

    /** Returns the text of the user who joins the channel; null if unknown. */
    static @Nullable String joiningUser(Expectation expected) {
        return expected.user().map(ExpectedUser::text).or(expected::userId).orElse(null);
    }

    /** Returns the user who logs in to Signaling or Chat; null if unknown. */
    static @Nullable String userId(Expectation expected) {
        return expected.userId()
                .or(() -> expected.user().map(ExpectedUser::text).filter(text -> !text.isEmpty()))
                .orElse(null);
    }

    /** Returns the user that a service is compared with; null if unknown. */
    static @Nullable String nameFor(GrantedService service, Expectation expected) {
        return service.isInChannel() ? joiningUser(expected) : userId(expected);
    }

    /** Returns whether nothing that is expected selects services of a token. */
    static boolean selectsEverything(Expectation expected) {
        return expected.channel().isEmpty()
                && expected.user().isEmpty()
                && expected.userId().isEmpty()
                && expected.purpose().isEmpty();
    }

    /** Returns 0 without a service of the expected type, 1 with one, {@link #FULL_MATCH} if its names match, too. */
    public static int matchLevel(List<GrantedService> services, Expectation expected) {
        boolean inChannel = expected.channel().isPresent() || expected.user().isPresent();
        int level = selectsEverything(expected) ? FULL_MATCH : 0;
        for (GrantedService service : services) {
            boolean meant = PurposeNeeds.of(expected)
                    .map(needs -> needs.isServedBy(service.type()))
                    .orElse(inChannel == service.isInChannel());
            if (meant) {
                level = Math.max(level, isNamed(service, expected) ? FULL_MATCH : 1);
            }
        }
        return level;
    }

    private static boolean isNamed(GrantedService service, Expectation expected) {
        String user = nameFor(service, expected);
        return (user == null || service.user() == null || service.user().covers(user))
                && (service.channel() == null
                        || expected.channel()
                                .filter(name -> !service.requireChannel().covers(name))
                                .isEmpty());
    }

    /** Returns the expected services, and reports mismatches. */
    List<GrantedService> select() {
        Optional<PurposeNeeds> needs = PurposeNeeds.of(expected);
        if (needs.isPresent()) {
            return withOtherNames(needs.get(), forPurpose(needs.get()));
        }
        if (selectsEverything(expected)) {
            return all();
        }
        boolean inChannel = expected.channel().isPresent() || expected.user().isPresent();
        List<GrantedService> chosen = new ArrayList<>();
        if (inChannel) {
            chosen.addAll(selectFor(matching(GrantedService::isInChannel), "join a channel", ServiceType.RTC));
        }
        List<GrantedService> logins = matching(service -> service.user() != null && !service.isInChannel());
        if (expected.userId().isPresent() && !(logins.isEmpty() && isUserOfChannel())) {
            chosen.addAll(selectFor(logins, "log in to Signaling or Chat", ServiceType.RTM));
        }
        return chosen;
    }

    private List<GrantedService> all() {
        if (services.isEmpty() && unread.isEmpty()) {
            findingCollector.error(
                    MISSING_SERVICE, "the token contains no service", "make a token for at least one service");
        }
        services.forEach(service -> findingCollector.about(service.type(), () -> users.reportBroadAccess(service)));
        return services;
    }

    /** Returns whether the expected user id must be the user who joins the channel. */
    private boolean isUserOfChannel() {
        return expected.channel().isPresent() && expected.user().isEmpty();
    }

    private List<GrantedService> forPurpose(PurposeNeeds needs) {
        List<GrantedService> serving = matching(service -> needs.isServedBy(service.type()));
        List<GrantedService> rtc = matching(service -> service.type() == ServiceType.RTC);
        if (needs.worksWithRtc() && serving.isEmpty() && !rtc.isEmpty()) {
            findingCollector.warn(
                    MISSING_SERVICE,
                    contents() + ", but not for " + needs.service().label(),
                    "add the service " + needs.service().label() + " unless the API accepts a token for rtc");
        }
        return selectFor(needs.worksWithRtc() && !rtc.isEmpty() ? rtc : serving, needs.action(), needs.service());
    }

    /** Adds the services that are for expected names which the purpose does not need, so that these are compared. */
    private List<GrantedService> withOtherNames(PurposeNeeds needs, List<GrantedService> chosen) {
        boolean inChannel = needs.isInChannel() || needs.worksWithRtc();
        boolean twoUsers = expected.user().isPresent() && expected.userId().isPresent();
        if (inChannel && twoUsers) {
            String action = "log in as " + Printable.quote(expected.userId().get());
            return with(chosen, service -> service.user() != null && !service.isInChannel(), action, ServiceType.RTM);
        }
        boolean hasRoom = needs.service() == ServiceType.APAAS;
        return !inChannel && (twoUsers || expected.channel().isPresent() && !hasRoom)
                ? with(chosen, GrantedService::isInChannel, "join a channel", ServiceType.RTC)
                : chosen;
    }

    private List<GrantedService> with(
            List<GrantedService> chosen, Predicate<GrantedService> filter, String action, ServiceType needed) {
        List<GrantedService> others = matching(filter);
        if (others.isEmpty()) {
            findingCollector.warn(
                    MISSING_SERVICE,
                    contents() + ", but " + needed.label() + " is required to " + action,
                    "add the service " + needed.label() + ", or name only what the client uses");
            return chosen;
        }
        List<GrantedService> all = new ArrayList<>(chosen);
        all.addAll(selectFor(others, action, needed));
        return all;
    }

    private List<GrantedService> matching(Predicate<GrantedService> filter) {
        List<GrantedService> matching = new ArrayList<>(services.size());
        for (int i = 0; i < services.size(); i++) {
            if (filter.test(services.get(i))) {
                matching.add(services.get(i));
            }
        }
        return matching;
    }

    private List<GrantedService> selectFor(List<GrantedService> candidates, String action, ServiceType needed) {
        if (candidates.isEmpty() && isFormat006 && needed == ServiceType.RTM) {
            return signalingWithRtc();
        }
        if (candidates.isEmpty()) {
            reportMissing(action, needed, " instead");
            return List.of();
        }
        List<GrantedService> selected = new ArrayList<>(candidates.size());
        findingCollector.about(candidates.get(0).type(), () -> selected.addAll(byNames(candidates)));
        return selected;
    }

    private void reportMissing(String action, ServiceType needed, String exception) {
        findingCollector.error(
                MISSING_SERVICE,
                contents() + ", but " + needed.label() + " is required to " + action,
                "pass a token for " + needed.label() + exception);
    }

    /** Signaling compares only the signature of format 006, whose Signaling user is in the field of the channel. */
    private List<GrantedService> signalingWithRtc() {
        String userId = userId(expected);
        GrantedService rtc = services.get(0);
        if (userId == null
                || !rtc.requireChannel().equalsName(userId)
                || !rtc.requireUser().equalsName("")) {
            String exception = "; of format 006, one for rtc works only if its channel is the user id and its uid is 0";
            reportMissing("log in to Signaling", ServiceType.RTM, exception);
            return List.of();
        }
        findingCollector.warn(
                MISSING_SERVICE,
                contents() + ", not for rtm; Signaling accepts it only because its channel is the user id "
                        + Printable.quote(userId) + " and its uid is 0",
                "make a token for rtm with that user id");
        return List.of(rtc);
    }

    private List<GrantedService> byNames(List<GrantedService> candidates) {
        List<GrantedService> matches = inChannel(candidates);
        if (!matches.isEmpty()) {
            return users.select(matches);
        }
        if (new SwappedNames(expected, findingCollector).report(candidates)) {
            return candidates;
        }
        reportChannel(candidates, expected.channel().orElseThrow());
        return users.select(candidates);
    }

    private List<GrantedService> inChannel(List<GrantedService> candidates) {
        if (expected.channel().isEmpty()) {
            return candidates;
        }
        String channel = expected.channel().get();
        List<GrantedService> matches = new ArrayList<>(candidates.size());
        for (GrantedService candidate : candidates) {
            if (candidate.channel() == null || candidate.channel().covers(channel)) {
                matches.add(candidate);
            }
        }
        return matches;
    }

    private void reportChannel(List<GrantedService> candidates, String channel) {
        EncodedName stored = candidates.get(0).requireChannel();
        Optional<String> missing = MissingValue.of(stored);
        if (missing.isPresent()) {
            findingCollector.error(
                    NAME_UNDEFINED,
                    "the token is for channel " + Printable.quote(missing.get()) + ", but the client joins "
                            + Printable.quote(channel) + ": the code that made the token had no channel",
                    "pass the channel " + Printable.quote(channel) + " to the code that makes the token");
            return;
        }
        String kind = candidates.get(0).type() == ServiceType.APAAS ? "room" : "channel";
        String user = nameFor(candidates.get(0), expected);
        boolean isUser = user != null && !user.isEmpty() && stored.equalsName(user);
        String others = candidates.size() > 1 ? " and " + (candidates.size() - 1) + " more" : "";
        findingCollector.error(
                CHANNEL_MISMATCH,
                "the token is for " + stored.describe(kind) + others + ", but the client joins "
                        + Printable.quote(channel)
                        + (isUser ? ": the token has the user as its " + kind : NameSimilarity.of(stored, channel)),
                "make the token for exactly the " + kind + " that the client joins");
    }

    /** Returns what the token is for, as the beginning of a sentence. */
    private String contents() {
        String known = services.stream()
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
