package dev.agoratoken.token.service;

/**
 * One of Agora's services, with the names and privileges that a token grants there. A token contains at least one
 * service, and can contain several of the same type.
 */
public sealed interface Service permits ChannelService, Rtm, Fpa, Chat, Apaas, Rtm2, ConvoAi, Stt {
    /** {@return this service as it is in a token} */
    ServiceContent content();

    /** {@return what the token opens} */
    default ServiceType type() {
        return content().type();
    }
}
