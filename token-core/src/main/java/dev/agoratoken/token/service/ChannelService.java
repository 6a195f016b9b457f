package dev.agoratoken.token.service;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;

/** A service that is good in a channel, for a user of that channel. */
public sealed interface ChannelService extends Service permits Rtc, Streaming, Fcdn {
    Channel channel();

    User user();
}
