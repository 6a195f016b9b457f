package dev.agoratoken.token.service;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a token says, as it stands there: nothing is judged, and no signature has been checked. */
public sealed interface TokenContent {
    AppId appId();

    Salt salt();

    TokenFormat format();

    /** When the token as a whole ends, by what it claims. */
    Instant expiresAt();

    /**
     * The content of a token of format 006. The names are not in it, only their CRC-32, and those are not signed.
     *
     * @param channelCrc32 of the channel or, for Signaling, of the user id; 0 for an empty one; 0 to 2<sup>32</sup> − 1
     * @param userCrc32 of the user; 0 for an empty one; 0 to 2<sup>32</sup> − 1
     */
    record V006(
            AppId appId,
            Salt salt,
            Instant expiresAt,
            long channelCrc32,
            long userCrc32,
            List<PrivilegeEntry> privileges)
            implements TokenContent {
        /** The number of Signaling's one privilege in this format; in format 007 it is 1. */
        public static final int RTM_LOGIN = 1000;

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
     * @param unread what follows a service of an unknown type, that service included
     */
    record V007(
            AppId appId,
            Salt salt,
            Instant issuedAt,
            Instant expiresAt,
            List<ServiceContent> services,
            Optional<UnparsedTail> unread)
            implements TokenContent {
        public V007 {
            services = List.copyOf(services);
        }

        @Override
        public TokenFormat format() {
            return TokenFormat.V007;
        }
    }

    /**
     * The part of a token from a service of an unknown type on: services carry no length, so nothing behind it can be
     * found.
     *
     * @param serviceType the number of the unknown service
     * @param hex everything after that number, in lower-case hexadecimal digits
     */
    record UnparsedTail(int serviceType, String hex) {}
}
