package dev.agoratoken.issuing;

import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;

/** The values for what a request does not specify. */
public record IssuingDefaults(ProjectName project, TokenFormat format, Lifetime lifetime) {
    /** Project {@code default}, format 007, one hour. */
    public static final IssuingDefaults STANDARD =
            new IssuingDefaults(ProjectName.DEFAULT, TokenFormat.V007, Lifetime.ofSeconds(3600));
}
