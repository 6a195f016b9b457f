package dev.agoratoken.document;

import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.RoomRole;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.Optional;

/**
 * Reads a service of Flexible Classroom. Unless privileges are named, the fields select them: a room and its user, a
 * user alone, or the app.
 */
final class ApaasReader {
    static final List<String> FIELDS = List.of("type", "roomUuid", "userUuid", "role", PrivilegesReader.FIELD);

    private static final String ROOM = "roomUuid";
    private static final String USER = "userUuid";
    private static final String ROLE = "role";

    private final NameReader names;
    private final PrivilegesReader privileges;

    ApaasReader(NameReader names, PrivilegesReader privileges) {
        this.names = names;
        this.privileges = privileges;
    }

    Optional<Apaas> read(DocumentObject service) {
        Optional<GrantedPrivileges<Apaas.Privilege>> named = service.has(PrivilegesReader.FIELD)
                ? privileges.require(service, Apaas.Privilege.class)
                : Optional.empty();
        boolean entersRoom = named.map(may -> may.ends().containsKey(Apaas.Privilege.ROOM_USER))
                .orElse(service.has(ROOM) || service.has(ROLE));
        boolean hasUser = entersRoom
                || service.has(USER)
                || named.filter(may -> may.ends().containsKey(Apaas.Privilege.USER))
                        .isPresent();
        Optional<ApaasUuid> room =
                field(service, ROOM, entersRoom, "name the room").flatMap(value -> value.text(ApaasUuid::of));
        Optional<ApaasUuid> user = hasUser
                ? names.userId(service, USER, ServiceType.APAAS, ApaasUuid::ofUser, "name the user")
                : Optional.empty();
        Optional<RoomRole> role = field(service, ROLE, entersRoom, "set the user's role in the room, 0 to 32767")
                .flatMap(value -> value.wholeNumber(0, Short.MAX_VALUE, "use a number from 0 to 32767"))
                .map(number -> RoomRole.of(number.intValue()));
        if (!service.errors().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(named.map(may -> new Apaas(room, user, role, may))
                .orElseGet(() -> defaultPrivileges(room, user, role)));
    }

    private static Optional<DocumentValue> field(DocumentObject service, String name, boolean required, String remedy) {
        return required ? service.require(name, remedy) : service.get(name);
    }

    private static Apaas defaultPrivileges(
            Optional<ApaasUuid> room, Optional<ApaasUuid> user, Optional<RoomRole> role) {
        if (room.isPresent() && user.isPresent() && role.isPresent()) {
            return Apaas.roomUser(room.get(), user.get(), role.get());
        }
        return user.map(Apaas::user).orElseGet(Apaas::app);
    }
}
