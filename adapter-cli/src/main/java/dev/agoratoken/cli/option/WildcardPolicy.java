package dev.agoratoken.cli.option;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserPattern;

/** Whether a {@code *} in a name is allowed. Such a token is valid for several channels or users, so it needs a flag. */
public enum WildcardPolicy {
    REJECTED,
    ALLOWED;

    public Channel channel(String argument, String text) {
        return ArgumentParsers.parse(argument, text, isPattern(argument, text) ? ChannelPattern::of : ChannelName::of);
    }

    User account(String argument, String text) {
        return ArgumentParsers.parse(argument, text, isPattern(argument, text) ? UserPattern::of : UserAccount::of);
    }

    /** The problem of a name with {@code *}. */
    public static String containsWildcard(String text) {
        return Printable.quote(text) + " contains '*', which Agora matches as a pattern";
    }

    private boolean isPattern(String argument, String text) {
        boolean pattern = text.indexOf('*') >= 0;
        if (pattern && this == REJECTED) {
            throw new InvalidValueException(argument, containsWildcard(text), "remove it, or add --allow-wildcard");
        }
        return pattern;
    }
}
