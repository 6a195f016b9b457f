package dev.agoratoken.token.service;

/**
 * What a token is for: one of Agora's services, with the names and privileges that the token grants there. A token holds
 * at least one, and may hold several of the same type.
 */
public sealed interface Service permits ChannelService, Rtm, Fpa, Chat, Apaas, Rtm2, ConvoAi, Stt {
    /** This service as it stands in a token. */
    ServiceContent content();

    default ServiceType type() {
        return content().type();
    }
}
