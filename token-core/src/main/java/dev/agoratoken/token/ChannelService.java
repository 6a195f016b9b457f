package dev.agoratoken.token;

/** A service that is good in a channel, for a user of that channel. */
public sealed interface ChannelService extends Service permits Rtc, Streaming, Fcdn {
    Channel channel();

    User user();
}
