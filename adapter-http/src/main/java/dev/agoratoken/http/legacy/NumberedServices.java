package dev.agoratoken.http.legacy;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.User;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ConvoAi;
import dev.agoratoken.token.service.Fcdn;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.Streaming;
import dev.agoratoken.token.service.Stt;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Services requested by number, for one channel and one user, with all privileges of a publisher.
 *
 * @param types as requested, in ascending order
 * @param channel empty if there is none
 * @param uid digits, an account, or empty
 */
record NumberedServices(EnumSet<ServiceType> types, String channel, String uid) {
    private static final Set<ServiceType> SIGNALING = EnumSet.of(ServiceType.RTM, ServiceType.RTM2);

    /**
     * Reads the services.
     *
     * @param typesField the field that holds one number or a list
     */
    static NumberedServices of(BodyFields fields, String typesField) {
        return new NumberedServices(
                types(fields, typesField),
                fields.text("channelName").orElse(""),
                fields.user("uid").orElse(""));
    }

    private static EnumSet<ServiceType> types(BodyFields fields, String field) {
        Object value = fields.value(field).orElseThrow(() -> invalid(field, "missing"));
        List<?> numbers = value instanceof List<?> list ? list : List.of(value);
        if (numbers.isEmpty()) {
            throw invalid(field, "empty list");
        }
        EnumSet<ServiceType> types = EnumSet.noneOf(ServiceType.class);
        for (Object number : numbers) {
            types.add(type(field, number));
        }
        return types;
    }

    private static ServiceType type(String field, Object number) {
        return Optional.ofNullable(number)
                .filter(value -> value instanceof Integer)
                .map(value -> (Integer) value)
                .or(() -> digit(number))
                .flatMap(ServiceType::withId)
                .orElseThrow(() -> invalid(field, "unknown service " + shown(number)));
    }

    /** Some clients send numbers as text. */
    private static Optional<Integer> digit(Object number) {
        return number instanceof String text && text.matches("[0-9]{1,2}")
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    private static String shown(Object value) {
        return value instanceof String text ? Printable.quote(text) : value instanceof Number ? value.toString() : "";
    }

    private static InvalidValueException invalid(String field, String problem) {
        return new InvalidValueException(
                field, problem.strip(), "use 1 (RTC), 2 (Signaling) or another service number");
    }

    /** Whether the Signaling user is missing, so that the token is only for the channel. */
    boolean leavesOutSignaling() {
        return types.contains(ServiceType.RTC) && isAnyUser() && types.stream().anyMatch(SIGNALING::contains);
    }

    private boolean isAnyUser() {
        return !uid.isEmpty() && LegacyParameters.isZero(uid);
    }

    List<Service> services() {
        return types.stream()
                .filter(type -> !(leavesOutSignaling() && SIGNALING.contains(type)))
                .map(this::service)
                .toList();
    }

    private Service service(ServiceType type) {
        return switch (type) {
            case RTC -> Rtc.publisher(channelName(), user());
            case RTM -> Rtm.login(rtmUser());
            case STREAMING -> new Streaming(channelName(), user(), all(Streaming.Privilege.class));
            case FPA -> Fpa.login();
            case CHAT -> LegacyParameters.named("uid", () -> Chat.user(ChatUserId.of(requireUid())));
            case FCDN -> new Fcdn(channelName(), user(), all(Fcdn.Privilege.class));
            case APAAS -> LegacyParameters.named("uid", () -> Apaas.user(ApaasUuid.of(requireUid())));
            case RTM2 -> Rtm2.login(rtmUser(), Permissions.NONE);
            case CONVO_AI -> new ConvoAi();
            case STT -> new Stt();
        };
    }

    private static <P extends Enum<P> & Privilege> GrantedPrivileges<P> all(Class<P> privileges) {
        return GrantedPrivileges.of(EnumSet.allOf(privileges), PrivilegeExpiry.WITH_TOKEN);
    }

    /** Some demos send no name, because Agora then opens every channel. */
    private ChannelName channelName() {
        if (channel.isEmpty()) {
            throw new InvalidValueException(
                    "channelName",
                    "missing or empty, which Agora reads as every channel",
                    "name the channel, or use POST /v1/tokens with \"wildcards\":true");
        }
        return LegacyParameters.channel("channelName", channel);
    }

    private User user() {
        return LegacyParameters.named("uid", () -> LegacyParameters.numberOrAccount(requireUid()));
    }

    private RtmUserId rtmUser() {
        return LegacyParameters.named("uid", () -> RtmUserId.of(requireUid()));
    }

    private String requireUid() {
        if (uid.isEmpty()) {
            throw LegacyParameters.missingUid();
        }
        return uid;
    }
}
