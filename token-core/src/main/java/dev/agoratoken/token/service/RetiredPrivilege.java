package dev.agoratoken.token.service;

import java.util.Map;
import java.util.Optional;

/**
 * The privileges for RTC that only old builders of format 006 wrote (docs/reference/token-format.md#format-006). They
 * can be read, but not granted.
 */
public final class RetiredPrivilege {
    private static final Map<Integer, String> LABELS = Map.of(
            5, "publishAudioCdn",
            6, "publishVideoCdn",
            7, "requestPublishAudioStream",
            8, "requestPublishVideoStream",
            9, "requestPublishDataStream",
            10, "invitePublishAudioStream",
            11, "invitePublishVideoStream",
            12, "invitePublishDataStream",
            101, "administrateChannel");

    private RetiredPrivilege() {}

    /**
     * {@return the name of the privilege with that number; empty if it is not a retired one}
     *
     * @param id the number in a token
     */
    public static Optional<String> labelOf(int id) {
        return Optional.ofNullable(LABELS.get(id));
    }
}
