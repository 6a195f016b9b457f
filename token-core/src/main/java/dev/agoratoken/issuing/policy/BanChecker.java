package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BannedException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.PolicyQuery;
import dev.agoratoken.issuing.policy.rule.RequestedService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Rejects requests for tokens that are within a ban. Thread-safe. */
public final class BanChecker {
    /** Knows no bans. */
    public static final BanChecker NONE = new BanChecker(() -> BanIndex.EMPTY, () -> Instant.EPOCH);

    private final Supplier<BanIndex> bans;
    private final InstantSource clock;

    private BanChecker(Supplier<BanIndex> bans, InstantSource clock) {
        this.bans = bans;
        this.clock = clock;
    }

    /**
     * Creates a checker.
     *
     * @param bans the bans that hold now, without I/O; asked for every request
     */
    public static BanChecker of(Supplier<BanIndex> bans, InstantSource clock) {
        return new BanChecker(bans, clock);
    }

    /**
     * Rejects a request if one of its services is within a ban.
     *
     * @param request with project and format
     * @throws BannedException if one is
     */
    void check(Caller caller, TokenRequest request) {
        BanIndex current = bans.get();
        if (current.isEmpty()) {
            return;
        }
        for (RequestedService service : RequestedService.in(request)) {
            PolicyQuery query = new PolicyQuery(
                    caller.claims(),
                    request.project().orElseThrow(),
                    request.format().orElseThrow(),
                    request.lifetime(),
                    service);
            current.covering(query, clock.instant()).ifPresent(ban -> {
                throw new BannedException(ban);
            });
        }
    }
}
