package dev.agoratoken.token.service;

import java.util.List;

/**
 * Speech-to-text. Type 10, without privileges or names: {@code issuing.ServiceCombinations} combines it with the RTC
 * and Signaling services that it works with.
 */
public record Stt() implements Service {
    @Override
    public ServiceContent content() {
        return new ServiceContent(ServiceType.STT, List.of(), List.of());
    }
}
