package dev.agoratoken.token.service;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;
import java.util.List;

/**
 * Streaming: publish mixed or raw streams of a channel. Type 3. Agora has no builder for it.
 *
 * @param channel one channel, or a pattern
 * @param user the user in it
 * @param privileges what the token allows, and until when
 */
public record Streaming(Channel channel, User user, GrantedPrivileges<Privilege> privileges) implements ChannelService {
    @Override
    public ServiceContent content() {
        return new ServiceContent(
                ServiceType.STREAMING,
                privileges.entries(),
                List.of(new FieldValue.Text(channel.value()), new FieldValue.Text(user.value())));
    }

    /** The privileges of Streaming. */
    public enum Privilege implements dev.agoratoken.token.service.Privilege {
        /** Publish the mixed stream of the channel. */
        PUBLISH_MIX_STREAM,
        /** Publish a raw stream of the channel. */
        PUBLISH_RAW_STREAM
    }
}
