package dev.agoratoken.cli.port;

import dev.agoratoken.document.BanDocument;
import dev.agoratoken.document.BanListDocument;
import dev.agoratoken.issuing.policy.ban.BanFilter;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanRequest;

/** The bans of a running server. All methods throw {@link ServerException} if it does not do what they ask for. */
public interface BanServer {
    /** Makes a ban. */
    BanDocument add(BanRequest request);

    /** The bans that match. */
    BanListDocument list(BanFilter filter);

    /** Returns a ban. */
    BanDocument find(BanId id);

    /** Ends a ban. */
    void lift(BanId id);
}
