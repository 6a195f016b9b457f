package dev.agoratoken.token.service;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;

/** A service for a user in a channel. */
public sealed interface ChannelService extends Service permits Rtc, Streaming, Fcdn {
    /** {@return the channel that the token opens} */
    Channel channel();

    /** {@return the user who may use it} */
    User user();
}
