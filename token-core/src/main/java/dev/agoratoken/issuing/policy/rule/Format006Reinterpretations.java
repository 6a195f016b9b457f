package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.ServiceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The services that the holder of a token of format 006 can turn it into. The signature covers the channel and the user
 * without a separator, and not their checksums (docs/reference/token-format.md#format-006). So the holder can move the
 * end of the channel to any position in the two.
 */
final class Format006Reinterpretations {
    private static final int MAX_CHANNEL_LENGTH = 64;

    private Format006Reinterpretations() {}

    /** Returns the requested service and everything that it can be turned into. */
    static Stream<RequestedService> of(RequestedService requestedService) {
        return switch (requestedService.type()) {
            case RTC -> channelAndUser(requestedService);
            case RTM -> userAlone(requestedService);
            // Format 006 does not contain these services.
            case STREAMING, FPA, CHAT, FCDN, APAAS, RTM2, CONVO_AI, STT -> Stream.of(requestedService);
        };
    }

    private static Stream<RequestedService> channelAndUser(RequestedService requestedService) {
        String user = requestedService.isForAnyUser()
                ? ""
                : requestedService.users().get(0).text();
        String signed = requestedService.channels().get(0) + user;
        Stream<RequestedService> inChannels = IntStream.rangeClosed(1, Math.min(MAX_CHANNEL_LENGTH, signed.length()))
                .mapToObj(end -> inChannel(requestedService, signed.substring(0, end), signed.substring(end)));
        return signed.length() > MAX_CHANNEL_LENGTH
                ? inChannels
                : Stream.concat(inChannels, Stream.of(atSignaling(signed)));
    }

    /** Signaling accepts a token for a channel if the channel is its user and the token is for any user. */
    private static RequestedService atSignaling(String channel) {
        return new RequestedService(
                ServiceType.RTM,
                List.of(),
                List.of(RequestedUser.of(channel)),
                List.of(Rtm.Privilege.LOGIN),
                EnumSet.noneOf(BroadPermission.class));
    }

    /** An empty user is any user. */
    private static RequestedService inChannel(RequestedService requestedService, String channel, String user) {
        Set<BroadPermission> breadths = EnumSet.noneOf(BroadPermission.class);
        breadths.addAll(requestedService.breadths());
        if (user.isEmpty()) {
            breadths.add(BroadPermission.ANY_USER);
        }
        RequestedUser moved = user.isEmpty() ? RequestedUser.ANY : new RequestedUser(user, RequestedUser.Kind.ACCOUNT);
        return new RequestedService(
                ServiceType.RTC, List.of(channel), List.of(moved), requestedService.privileges(), breadths);
    }

    /** Signaling writes its user in place of the channel, and no user. */
    private static Stream<RequestedService> userAlone(RequestedService requestedService) {
        String signed = requestedService.users().get(0).text();
        return IntStream.rangeClosed(1, signed.length())
                .mapToObj(end -> new RequestedService(
                        ServiceType.RTM,
                        List.of(),
                        List.of(RequestedUser.of(signed.substring(0, end))),
                        requestedService.privileges(),
                        requestedService.breadths()));
    }
}
