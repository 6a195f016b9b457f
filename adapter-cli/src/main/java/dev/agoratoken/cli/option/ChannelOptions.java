package dev.agoratoken.cli.option;

import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The channel and its user. */
public final class ChannelOptions {
    public static final String SYNOPSIS = "CHANNEL (--uid N | --account A | --any-user)";

    @Parameters(index = "0", paramLabel = "CHANNEL", description = "The channel, 1 to 64 bytes.")
    private String channel;

    @Option(names = "--uid", paramLabel = "N", description = "The user as a number, 1 to 4294967295.", order = 1)
    private @Nullable String uid;

    @Option(names = "--account", paramLabel = "A", description = "The user as a string, 1 to 255 bytes.", order = 2)
    private @Nullable String account;

    @Option(names = "--any-user", description = "Allow any user to join with the token.", order = 3)
    private boolean anyUser;

    public Channel channel(WildcardPolicy wildcardPolicy) {
        return wildcardPolicy.channel("channel", channel);
    }

    public User user(WildcardPolicy wildcardPolicy) {
        long given = Stream.of(uid != null, account != null, anyUser)
                .filter(is -> is)
                .count();
        if (given != 1) {
            throw new InvalidValueException(
                    "user",
                    given == 0 ? "missing" : "more than one user",
                    "use exactly one of --uid N, --account A and --any-user");
        }
        if (uid != null) {
            return userId(uid);
        }
        return account != null ? wildcardPolicy.account("account", account) : AnyUser.ANY_USER;
    }

    private static UserId userId(String number) {
        if (ArgumentParsers.isZero(number)) {
            throw new InvalidValueException("uid", "0 stands for any user", "use 1 to 4294967295, or --any-user");
        }
        return ArgumentParsers.uid(number, "use a whole number from 1 to 4294967295");
    }
}
