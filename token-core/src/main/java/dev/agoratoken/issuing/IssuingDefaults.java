package dev.agoratoken.issuing;

import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;

/** What a request gets that leaves it open. */
public record IssuingDefaults(ProjectName project, TokenFormat format, Lifetime lifetime) {
    /** Project {@code default}, format 007, one hour. */
    public static final IssuingDefaults STANDARD =
            new IssuingDefaults(ProjectName.DEFAULT, TokenFormat.V007, Lifetime.ofSeconds(3600));
}
