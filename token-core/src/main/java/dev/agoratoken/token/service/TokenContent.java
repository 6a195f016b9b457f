package dev.agoratoken.token.service;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The content of a decoded token, as it is in the token. Nothing is validated, and the signature has not been checked.
 */
public sealed interface TokenContent {
    /** {@return the App ID that the token contains} */
    AppId appId();

    /** {@return the random number that makes tokens differ} */
    Salt salt();

    /** {@return the format of the token} */
    TokenFormat format();

    /**
     * Returns the expiry that the token claims. Its privileges may expire earlier, and in format 006 this is 24 hours
     * after the issue, whatever the lifetime. {@link dev.agoratoken.verify.Inspection.Readable#earliestExpiry} is when
     * the client needs a new token.
     *
     * @return when the token claims to expire
     */
    Instant expiresAt();

    /**
     * The content of a token of format 006. It contains CRC-32 checksums instead of the names, and the signature does
     * not cover these checksums.
     *
     * @param appId the App ID of the project, or what was signed in its place
     * @param salt the random number
     * @param expiresAt when the token claims to expire; builders write 24 hours after it is made
     * @param channelCrc32 of the channel or, for Signaling, of the user id; 0 for an empty one; 0 to 2<sup>32</sup> − 1
     * @param userCrc32 of the user; 0 for an empty one; 0 to 2<sup>32</sup> − 1
     * @param privileges each with a point in time as its expiry
     */
    record V006(
            AppId appId,
            Salt salt,
            Instant expiresAt,
            long channelCrc32,
            long userCrc32,
            List<PrivilegeEntry> privileges)
            implements TokenContent {
        /** The number of Signaling's only privilege in this format; in format 007 it is 1. */
        public static final int RTM_LOGIN = 1000;

        /** Copies the list. */
        public V006 {
            privileges = List.copyOf(privileges);
        }

        @Override
        public TokenFormat format() {
            return TokenFormat.V006;
        }
    }

    /**
     * The content of a token of format 007.
     *
     * @param appId the App ID of the project, or what was signed in its place
     * @param salt the random number
     * @param issuedAt when the token was made, to the second
     * @param expiresAt when the token claims to expire
     * @param services in the order of the token
     * @param unread the rest of the token from a service of an unknown type on
     */
    record V007(
            AppId appId,
            Salt salt,
            Instant issuedAt,
            Instant expiresAt,
            List<ServiceContent> services,
            Optional<UnparsedTail> unread)
            implements TokenContent {
        /** Copies the list. */
        public V007 {
            services = List.copyOf(services);
        }

        @Override
        public TokenFormat format() {
            return TokenFormat.V007;
        }
    }

    /**
     * The rest of a token from a service of an unknown type on. Services have no length, so nothing after it can be
     * located.
     *
     * @param serviceType the number of the unknown service
     * @param hex everything after that number, in lower-case hexadecimal digits
     */
    record UnparsedTail(int serviceType, String hex) {}
}
