package dev.agoratoken.token.service;

import dev.agoratoken.token.InvalidValueException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Flexible Classroom (APaaS, formerly Education): enter a room as a user, act as a user, or call the REST API as the
 * app. Type 7. A room user also needs Signaling and Chat: {@code issuing.ServiceCombinations} combines the three.
 *
 * @param roomUuid the room; empty without {@link Privilege#ROOM_USER}
 * @param userUuid the user; empty for the app
 * @param role the role in the room; empty without {@link Privilege#ROOM_USER}
 * @param privileges what the token allows, and until when
 */
public record Apaas(
        Optional<ApaasUuid> roomUuid,
        Optional<ApaasUuid> userUuid,
        Optional<RoomRole> role,
        GrantedPrivileges<Privilege> privileges)
        implements Service {
    private static final int NO_ROLE = -1;

    /**
     * Creates the service from its fields.
     *
     * @throws InvalidValueException if a field is missing that a privilege needs, or Signaling does not accept the user
     */
    public Apaas {
        userUuid.ifPresent(ApaasUuid::checkUser);
        boolean entersRoom = privileges.ends().containsKey(Privilege.ROOM_USER);
        if (userUuid.isEmpty() && (entersRoom || privileges.ends().containsKey(Privilege.USER))) {
            throw missing("userUuid", "name the user, or request an app token");
        }
        if (entersRoom && roomUuid.isEmpty()) {
            throw missing("roomUuid", "name the room that the user may enter");
        }
        if (entersRoom && role.isEmpty()) {
            throw missing("role", "set the user's role in the room, 0 to 32767");
        }
    }

    /**
     * Enters a room as a user with a role, until the token expires.
     *
     * @param roomUuid the room to enter
     * @param userUuid the user who enters it
     * @param role what the settings of the room let the user do
     * @return the service
     * @throws InvalidValueException if Signaling does not accept the user
     */
    public static Apaas roomUser(ApaasUuid roomUuid, ApaasUuid userUuid, RoomRole role) {
        return new Apaas(
                Optional.of(roomUuid), Optional.of(userUuid), Optional.of(role), withToken(Privilege.ROOM_USER));
    }

    /**
     * Acts as a user, until the token expires.
     *
     * @param userUuid the user
     * @return the service
     * @throws InvalidValueException if Signaling does not accept the user
     */
    public static Apaas user(ApaasUuid userUuid) {
        return new Apaas(Optional.empty(), Optional.of(userUuid), Optional.empty(), withToken(Privilege.USER));
    }

    /**
     * Calls the REST API as the app, until the token expires.
     *
     * @return the service; its token is for servers only
     */
    public static Apaas app() {
        return new Apaas(Optional.empty(), Optional.empty(), Optional.empty(), withToken(Privilege.APP));
    }

    private static InvalidValueException missing(String field, String remedy) {
        return new InvalidValueException(field, "missing", remedy);
    }

    private static GrantedPrivileges<Privilege> withToken(Privilege privilege) {
        return GrantedPrivileges.of(EnumSet.of(privilege), PrivilegeExpiry.WITH_TOKEN);
    }

    @Override
    public ServiceContent content() {
        return new ServiceContent(
                ServiceType.APAAS,
                privileges.entries(),
                List.of(
                        new FieldValue.Text(roomUuid.map(ApaasUuid::value).orElse("")),
                        new FieldValue.Text(userUuid.map(ApaasUuid::value).orElse("")),
                        new FieldValue.Number(role.map(RoomRole::number).orElse(NO_ROLE))));
    }

    /** The privileges of Flexible Classroom. */
    public enum Privilege implements dev.agoratoken.token.service.Privilege {
        /** Enter the room as the user. */
        ROOM_USER,
        /** Call the REST API as the user. */
        USER,
        /** Call the REST API as the app; on servers only. */
        APP
    }
}
