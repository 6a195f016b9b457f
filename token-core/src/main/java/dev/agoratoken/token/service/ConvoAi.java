package dev.agoratoken.token.service;

import java.util.List;

/**
 * Conversational AI. Type 9, without a privilege or a name of its own: {@code issuing.Recipes} puts it together with the
 * RTC and Signaling services that it works with.
 */
public record ConvoAi() implements Service {
    @Override
    public ServiceContent content() {
        return new ServiceContent(ServiceType.CONVO_AI, List.of(), List.of());
    }
}
