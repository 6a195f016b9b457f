package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.service.ServiceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a holder can make of a token of format 006. It signs the channel and the user run together and their checksums
 * not at all (docs/reference/token-format.md#format-006), so the end of the channel can be moved to any place in the
 * two.
 */
final class Readings006 {
    private static final int LONGEST_CHANNEL = 64;

    private Readings006() {}

    /** What is asked for, and all that it can be turned into. */
    static Stream<Asked> of(Asked asked) {
        return switch (asked.type()) {
            case RTC -> channelAndUser(asked);
            case RTM -> userAlone(asked);
            // Format 006 does not have them.
            case STREAMING, FPA, CHAT, FCDN, APAAS, RTM2, CONVO_AI, STT -> Stream.of(asked);
        };
    }

    private static Stream<Asked> channelAndUser(Asked asked) {
        String user = asked.isForAnyUser() ? "" : asked.users().get(0).text();
        String signed = asked.channels().get(0) + user;
        return IntStream.rangeClosed(1, Math.min(LONGEST_CHANNEL, signed.length()))
                .mapToObj(end -> inChannel(asked, signed.substring(0, end), signed.substring(end)));
    }

    /** An empty user is any user. */
    private static Asked inChannel(Asked asked, String channel, String user) {
        Set<Breadth> breadths = EnumSet.noneOf(Breadth.class);
        breadths.addAll(asked.breadths());
        if (user.isEmpty()) {
            breadths.add(Breadth.ANY_USER);
        }
        AskedUser moved = user.isEmpty() ? AskedUser.ANY : new AskedUser(user, AskedUser.Kind.ACCOUNT);
        return new Asked(ServiceType.RTC, List.of(channel), List.of(moved), asked.privileges(), breadths);
    }

    /** Signaling writes its user where the channel stands, and nothing for the user. */
    private static Stream<Asked> userAlone(Asked asked) {
        String signed = asked.users().get(0).text();
        return IntStream.rangeClosed(1, signed.length())
                .mapToObj(end -> new Asked(
                        ServiceType.RTM,
                        List.of(),
                        List.of(AskedUser.of(signed.substring(0, end))),
                        asked.privileges(),
                        asked.breadths()));
    }
}
