package dev.agoratoken.token.service;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import java.time.Instant;
import java.util.List;

/**
 * The content of a token of format 006, with the names. They are signed, but the token itself contains only their
 * checksums. For Signaling the user id is the channel and the user is empty
 * (docs/reference/token-format.md#format-006).
 *
 * @param appId the App ID of the project
 * @param salt the random number
 * @param expiresAt when the token expires, to the second
 * @param channel the channel; for Signaling, the user id
 * @param user the user; empty for any user and for Signaling
 * @param privileges each with a point in time as its expiry
 */
public record Format006Payload(
        AppId appId, Salt salt, Instant expiresAt, String channel, String user, List<PrivilegeEntry> privileges) {
    /** Copies the list. */
    public Format006Payload {
        privileges = List.copyOf(privileges);
    }
}
