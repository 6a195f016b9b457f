package dev.agoratoken.token.service;

import static dev.agoratoken.token.service.Field.CHANNEL;
import static dev.agoratoken.token.service.Field.PERMISSIONS;
import static dev.agoratoken.token.service.Field.ROOM_ROLE;
import static dev.agoratoken.token.service.Field.ROOM_UUID;
import static dev.agoratoken.token.service.Field.USER;
import static dev.agoratoken.token.service.Field.USER_ID;
import static dev.agoratoken.token.service.Field.USER_UUID;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Labels;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;
import java.util.Optional;

/** The services of format 007: number, name, fields and privileges (docs/reference/token-format.md#services). */
public enum ServiceType {
    /** Voice and video: {@link Rtc}. */
    RTC(1, "rtc", List.of(CHANNEL, USER), Rtc.Privilege.values()),
    /** Signaling: {@link Rtm}. */
    RTM(2, "rtm", List.of(USER_ID), Rtm.Privilege.values()),
    /** Streaming: {@link Streaming}. */
    STREAMING(3, "streaming", List.of(CHANNEL, USER), Streaming.Privilege.values()),
    /** Full-path acceleration: {@link Fpa}. */
    FPA(4, "fpa", List.of(), Fpa.Privilege.values()),
    /** Chat: {@link Chat}. */
    CHAT(5, "chat", List.of(USER_ID), Chat.Privilege.values()),
    /** Fusion CDN: {@link Fcdn}. */
    FCDN(6, "fcdn", List.of(CHANNEL, USER), Fcdn.Privilege.values()),
    /** Flexible Classroom: {@link Apaas}. */
    APAAS(7, "apaas", List.of(ROOM_UUID, USER_UUID, ROOM_ROLE), Apaas.Privilege.values()),
    /** Signaling with permissions: {@link Rtm2}. */
    RTM2(8, "rtm2", List.of(USER_ID, PERMISSIONS), Rtm2.Privilege.values()),
    /** Conversational AI: {@link ConvoAi}. */
    CONVO_AI(9, "convoai", List.of()),
    /** Speech-to-text: {@link Stt}. */
    STT(10, "stt", List.of());

    /** In the order of their numbers, which begin at 1 and have no gap. */
    private static final List<ServiceType> BY_ID = List.of(values());

    private final int id;
    private final String label;
    private final List<Field> fields;
    private final List<Privilege> privileges;

    ServiceType(int id, String label, List<Field> fields, Privilege... privileges) {
        this.id = id;
        this.label = label;
        this.fields = fields;
        this.privileges = List.of(privileges);
    }

    /** {@return the number in the token, 1 to 10} */
    public int id() {
        return id;
    }

    /** {@return the name in JSON and on the command line, such as {@code rtc}} */
    public String label() {
        return label;
    }

    /** {@return the fields that follow the privileges in a token, in this order} */
    public List<Field> fields() {
        return fields;
    }

    /** {@return the privileges of the service; none for ConvoAI and STT} */
    public List<Privilege> privileges() {
        return privileges;
    }

    /**
     * {@return the privilege with that number in this service; empty if it is unknown}
     *
     * @param privilegeId the number in a token
     */
    public Optional<Privilege> privilege(int privilegeId) {
        for (Privilege known : privileges) {
            if (known.id() == privilegeId) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the service with that number; empty if it is unknown}
     *
     * @param id the number in a token
     */
    public static Optional<ServiceType> withId(int id) {
        return id >= 1 && id <= BY_ID.size() ? Optional.of(BY_ID.get(id - 1)) : Optional.empty();
    }

    /**
     * {@return the service with that name}
     *
     * @param name such as {@code rtc}; any text
     * @throws InvalidValueException if there is no such service; the remedy suggests the nearest name
     */
    public static ServiceType fromLabel(String name) {
        return Labels.find(BY_ID, ServiceType::label, name)
                .orElseThrow(() -> new InvalidValueException(
                        "type",
                        "unknown service " + Printable.quote(name),
                        DidYouMean.among(name, Labels.of(BY_ID, ServiceType::label))));
    }
}
