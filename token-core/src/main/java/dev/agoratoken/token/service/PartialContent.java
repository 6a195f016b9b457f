package dev.agoratoken.token.service;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be read of a token that ends too early. Nothing of it is verified.
 *
 * @param format the format of the token
 * @param appId the App ID in the token
 * @param issuedAt absent in format 006, which does not contain it
 * @param expiresAt when the token claims to expire
 * @param channelCrc32 the checksum of the channel; only in format 006
 * @param userCrc32 the checksum of the user; only in format 006
 * @param services the services with the names that were read; only in format 007
 */
public record PartialContent(
        TokenFormat format,
        AppId appId,
        Optional<Instant> issuedAt,
        Optional<Instant> expiresAt,
        Optional<Long> channelCrc32,
        Optional<Long> userCrc32,
        List<PartialService> services) {
    /** Copies the list. */
    public PartialContent {
        services = List.copyOf(services);
    }

    /**
     * A service of which the end may be missing.
     *
     * @param type what the token opens
     * @param names the texts that were read
     */
    public record PartialService(ServiceType type, Map<Field, String> names) {
        /** Copies the map. */
        public PartialService {
            names = Map.copyOf(names);
        }
    }
}
