package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.issuing.policy.rule.PolicyQuery;
import dev.agoratoken.issuing.policy.rule.RequestedService;
import dev.agoratoken.issuing.policy.rule.RequestedUser;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.TokenFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of bans that is searched by name, so that a request for one user in one channel costs the same whether there
 * are ten bans or ten thousand. Immutable and thread-safe.
 */
public final class BanIndex {
    /** No bans. */
    public static final BanIndex EMPTY = new BanIndex(List.of());

    private final Map<BanId, Ban> byId;
    /** Each ban stands under the names of its user; without a user, under its channel. */
    private final Map<String, List<Ban>> byName;

    private BanIndex(Collection<Ban> bans) {
        byId = new HashMap<>();
        byName = new HashMap<>();
        for (Ban ban : bans) {
            byId.put(ban.id(), ban);
            names(ban.target())
                    .forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(ban));
        }
    }

    /** Creates an index of bans with different ids. */
    public static BanIndex of(Collection<Ban> bans) {
        return bans.isEmpty() ? EMPTY : new BanIndex(bans);
    }

    private static Stream<String> names(BanTarget target) {
        return target.namesUser() ? target.userNames() : target.channel().map(ChannelName::value).stream();
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** The bans, in no order. */
    public Collection<Ban> bans() {
        return List.copyOf(byId.values());
    }

    /** Returns the ban with that id, if there is one. */
    public Optional<Ban> find(BanId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns a ban that covers the requested service and holds at that time; the one that ends last. */
    public Optional<Ban> covering(PolicyQuery query, Instant now) {
        return candidates(query)
                .filter(ban -> ban.holdsAt(now) && ban.covers(query))
                .max(Comparator.comparing(Ban::until));
    }

    /** What reaches several names, or can be turned into other names, is compared with every ban. */
    private Stream<Ban> candidates(PolicyQuery query) {
        RequestedService asked = query.requestedService();
        List<String> names = Stream.concat(
                        asked.channels().stream(), asked.holders().map(RequestedUser::text))
                .distinct()
                .toList();
        boolean exact = query.format() == TokenFormat.V007
                && !asked.reachesEveryChannel()
                && names.stream().noneMatch(name -> name.indexOf('*') >= 0);
        return exact
                ? names.stream().flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                : byId.values().stream();
    }
}
