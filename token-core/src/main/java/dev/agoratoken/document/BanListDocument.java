package dev.agoratoken.document;

import dev.agoratoken.issuing.policy.ban.Ban;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bans, the newest first.
 *
 * @param more how many others there are; null if there are none
 */
public record BanListDocument(
        List<BanDocument> bans, @Nullable Integer more) {
    /** The maximum number of bans in a document. */
    public static final int MAX_BANS = 1000;

    public BanListDocument {
        bans = List.copyOf(bans);
    }

    /** Creates the document of the first bans of a list. */
    public static BanListDocument from(List<Ban> bans) {
        int more = bans.size() - MAX_BANS;
        return new BanListDocument(
                bans.stream().limit(MAX_BANS).map(BanDocument::from).toList(), more > 0 ? more : null);
    }
}
