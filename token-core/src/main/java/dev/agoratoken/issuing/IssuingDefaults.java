package dev.agoratoken.issuing;

import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;

/**
 * The values for what a request does not specify.
 *
 * @param project the project of requests that name none
 * @param format the format of requests that name none
 * @param lifetime the lifetime of requests that name none
 */
public record IssuingDefaults(ProjectName project, TokenFormat format, Lifetime lifetime) {
    /** Project {@code default}, format 007, one hour. */
    public static final IssuingDefaults STANDARD =
            new IssuingDefaults(ProjectName.DEFAULT, TokenFormat.V007, Lifetime.ofSeconds(3600));
}
