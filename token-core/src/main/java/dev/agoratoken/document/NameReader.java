package dev.agoratoken.document;

import dev.agoratoken.issuing.DefaultUserResolver;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.ServiceType;
import java.util.Optional;
import java.util.function.Function;

/** Reads channels, users and names of resources. A {@code *} is allowed only if the request allows wildcards. */
final class NameReader {
    private static final String ONE_USER = "use exactly one of uid, account and anyUser";
    private static final String INVALID_DEFAULT = "missing, and your default user is not valid here: ";
    private static final String OTHER_USER = "name a user that your rules allow";

    private final boolean wildcards;
    private final DefaultUserResolver defaultUsers;

    NameReader(boolean wildcards, DefaultUserResolver defaultUsers) {
        this.wildcards = wildcards;
        this.defaultUsers = defaultUsers;
    }

    Optional<Channel> channel(DocumentObject service) {
        return service.require("channel", "name the channel")
                .flatMap(value -> value.text(nameOr(ChannelName::of, ChannelPattern::of)));
    }

    Optional<ResourceName> resource(DocumentValue value) {
        return value.text(nameOr(ResourceName::of, ResourceName::matching));
    }

    /** Returns the named user of a service, or else the default user in the channel. */
    Optional<User> user(DocumentObject service, ServiceType type, Optional<Channel> channel) {
        boolean anyUser = service.isTrue("anyUser");
        boolean uid = service.has("uid");
        boolean account = service.has("account");
        if (uid && account || uid && anyUser || account && anyUser) {
            return service.reject(uid ? "uid" : "account", "more than one user", ONE_USER);
        }
        if (uid) {
            return service.get("uid").flatMap(NameReader::uid);
        }
        if (account) {
            return service.get("account").flatMap(value -> value.text(nameOr(UserAccount::of, UserPattern::of)));
        }
        if (anyUser) {
            return Optional.of(AnyUser.ANY_USER);
        }
        try {
            Optional<User> resolved = channel.flatMap(place -> defaultUsers.inChannel(type, place));
            return resolved.isPresent() ? resolved : service.rejectMissing("uid", "missing user", ONE_USER);
        } catch (InvalidValueException e) {
            return service.reject("account", INVALID_DEFAULT + e.problem(), OTHER_USER);
        }
    }

    /** Returns the named user in a field, or else the default user. */
    <T> Optional<T> userId(
            DocumentObject service, String field, ServiceType type, Function<String, T> parser, String remedy) {
        Optional<DocumentValue> named = service.get(field);
        if (named.isPresent()) {
            return named.get().text(parser);
        }
        try {
            Optional<T> resolved = defaultUsers.userId(type).map(parser);
            return resolved.isPresent() ? resolved : service.rejectMissing(field, "missing", remedy);
        } catch (InvalidValueException e) {
            return service.reject(field, INVALID_DEFAULT + e.problem(), OTHER_USER);
        }
    }

    private static Optional<User> uid(DocumentValue value) {
        if (value.received() instanceof Integer number && number == 0) {
            return value.reject("0 stands for any user", "use 1 to 4294967295, or \"anyUser\": true");
        }
        return uidNumber(value).map(Function.identity());
    }

    static Optional<UserId> uidNumber(DocumentValue value) {
        return value.uid(1, "use a number from 1 to 4294967295 without quotes, or \"account\" for a string")
                .map(UserId::of);
    }

    private <T> Function<String, T> nameOr(Function<String, ? extends T> name, Function<String, ? extends T> pattern) {
        return text -> {
            if (text.indexOf('*') < 0) {
                return name.apply(text);
            }
            if (!wildcards) {
                throw new InvalidValueException(
                        "name",
                        Printable.quote(text) + " contains the wildcard '*'",
                        "remove it, or add \"wildcards\": true to the request");
            }
            return pattern.apply(text);
        };
    }
}
