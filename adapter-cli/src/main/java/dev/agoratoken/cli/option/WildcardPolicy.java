package dev.agoratoken.cli.option;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserPattern;

/** Whether a {@code *} in a name makes a pattern: such a token opens more than one door, so only where it is asked for. */
public enum WildcardPolicy {
    REFUSED,
    ALLOWED;

    public Channel channel(String argument, String text) {
        return ArgumentParsers.parse(argument, text, isPattern(argument, text) ? ChannelPattern::of : ChannelName::of);
    }

    User account(String argument, String text) {
        return ArgumentParsers.parse(argument, text, isPattern(argument, text) ? UserPattern::of : UserAccount::of);
    }

    private boolean isPattern(String argument, String text) {
        boolean pattern = text.indexOf('*') >= 0;
        if (pattern && this == REFUSED) {
            throw new InvalidValueException(
                    argument,
                    Printable.quote(text) + " holds '*', which stands for any text",
                    "leave it out, or add --allow-wildcard");
        }
        return pattern;
    }
}
