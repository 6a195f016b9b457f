package dev.agoratoken.issuing.policy.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The channels and users of a rule.
 *
 * @param channels the channels; a service in a channel needs one. Only {@code *}, or no channels, covers a token that
 *     reaches every channel
 * @param users the users; a service for a user needs them
 * @param broadPermissions the broad permissions that the rule names
 */
public record NameScope(List<NamePattern> channels, Optional<UserRule> users, Set<BroadPermission> broadPermissions) {
    static final NameScope NOTHING = new NameScope(List.of(), Optional.empty(), Set.of());

    public NameScope {
        channels = List.copyOf(channels);
        broadPermissions = Set.copyOf(broadPermissions);
    }

    NameScope withChannels(List<NamePattern> chosen) {
        return new NameScope(chosen, users, broadPermissions);
    }

    NameScope withUsers(UserRule chosen) {
        return new NameScope(channels, Optional.of(chosen), broadPermissions);
    }

    NameScope withBroadPermissions(Set<BroadPermission> chosen) {
        return new NameScope(channels, users, chosen);
    }

    /** Limits on channels do not cover what reaches every one of them. */
    boolean coversChannels(RequestedService asked, Claims claims) {
        if (asked.reachesEveryChannel() && !channels.isEmpty() && !coversEveryChannel(claims)) {
            return false;
        }
        for (String channel : asked.channels()) {
            if (!coversChannel(channel, claims)) {
                return false;
            }
        }
        return true;
    }

    boolean coversEveryChannel(Claims claims) {
        return coversChannel(Glob.EVERYTHING.pattern(), claims);
    }

    boolean coversChannel(String asked, Claims claims) {
        for (NamePattern channel : channels) {
            if (channel.with(claims).filter(glob -> glob.covers(asked)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    boolean coversUsers(RequestedService asked, Claims claims) {
        return asked.isForAnyUser() || coversUsers(asked.users(), claims);
    }

    boolean coversUsers(List<RequestedUser> asked, Claims claims) {
        for (RequestedUser user : asked) {
            if (users.isEmpty() || !users.get().covers(user, claims)) {
                return false;
            }
        }
        return true;
    }

    boolean coversEveryUser() {
        return users.filter(UserRule::any).isPresent();
    }

    boolean coversBreadth(RequestedService asked) {
        return broadPermissions.containsAll(asked.breadths());
    }

    /** Whether a part of the requested service is within this scope. A name whose claim is missing is every name. */
    boolean intersects(RequestedService asked, Claims claims) {
        return intersectsChannels(asked, claims)
                && intersectsUsers(asked, claims)
                && (broadPermissions.isEmpty() || asked.breadths().stream().anyMatch(broadPermissions::contains));
    }

    private boolean intersectsChannels(RequestedService asked, Claims claims) {
        return channels.isEmpty()
                || asked.reachesEveryChannel()
                || asked.channels().stream().anyMatch(name -> intersectsChannel(name, claims));
    }

    private boolean intersectsChannel(String asked, Claims claims) {
        return channels.stream()
                .map(channel -> channel.with(claims).orElse(Glob.EVERYTHING))
                .anyMatch(glob -> glob.overlaps(asked));
    }

    private boolean intersectsUsers(RequestedService asked, Claims claims) {
        return users.isEmpty()
                || asked.isForTheApp()
                || asked.users().stream().anyMatch(user -> users.get().overlaps(user, claims));
    }

    /** Returns why the scope cannot apply to a caller with these claims; empty if all are valid. */
    Stream<String> problems(Claims claims) {
        return Stream.concat(
                channels.stream().flatMap(channel -> channel.problems(claims)),
                users.stream().flatMap(rule -> rule.problems(claims)));
    }
}
