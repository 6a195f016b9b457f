package dev.agoratoken.token.service;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;
import java.util.List;

/**
 * Fusion CDN: publish or play a channel. Type 6. Agora has no builder for it.
 *
 * @param channel one channel, or a pattern
 * @param user the user in it
 * @param privileges what the token allows, and until when
 */
public record Fcdn(Channel channel, User user, GrantedPrivileges<Privilege> privileges) implements ChannelService {
    @Override
    public ServiceContent content() {
        return new ServiceContent(
                ServiceType.FCDN,
                privileges.entries(),
                List.of(new FieldValue.Text(channel.value()), new FieldValue.Text(user.value())));
    }

    /** The privileges of Fusion CDN. */
    public enum Privilege implements dev.agoratoken.token.service.Privilege {
        /** Publish the channel to the CDN. */
        PUBLISH,
        /** Play the channel from the CDN. */
        PLAY
    }
}
