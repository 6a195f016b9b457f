package dev.agoratoken.token.service;

import java.util.List;

/**
 * Conversational AI. Type 9, without privileges or names: {@code issuing.ServiceCombinations} combines it with the RTC
 * and Signaling services that it works with.
 */
public record ConvoAi() implements Service {
    @Override
    public ServiceContent content() {
        return new ServiceContent(ServiceType.CONVO_AI, List.of(), List.of());
    }
}
