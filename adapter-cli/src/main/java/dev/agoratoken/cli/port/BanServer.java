package dev.agoratoken.cli.port;

import dev.agoratoken.issuing.policy.ban.BanFilter;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanRequest;
import dev.agoratoken.wire.BanDocument;
import java.util.List;

/** The bans of a running server. All methods throw {@link ServerException} if it does not do what they ask for. */
public interface BanServer {
    /** Makes a ban. */
    BanDocument add(BanRequest request);

    /** The bans that match. */
    BanList list(BanFilter filter);

    /** Returns a ban. */
    BanDocument find(BanId id);

    /** Ends a ban. */
    void lift(BanId id);

    /**
     * Bans, the newest first.
     *
     * @param more how many others there are; null if there are none
     */
    record BanList(List<BanDocument> bans, Integer more) {
        public BanList {
            bans = List.copyOf(bans);
        }
    }
}
