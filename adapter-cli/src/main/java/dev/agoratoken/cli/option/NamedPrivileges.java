package dev.agoratoken.cli.option;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Privileges by name, with their ends. The services of a token have no name in common. */
public record NamedPrivileges(Map<String, PrivilegeExpiry> ends) {
    /**
     * Those among them that belong to one service.
     *
     * @throws InvalidValueException if none does: a token with that service would be good for nothing there
     */
    public <P extends Enum<P> & Privilege> GrantedPrivileges<P> of(Class<P> service) {
        EnumMap<P, PrivilegeExpiry> own = new EnumMap<>(service);
        for (P privilege : service.getEnumConstants()) {
            if (ends.containsKey(privilege.label())) {
                own.put(privilege, ends.get(privilege.label()));
            }
        }
        if (own.isEmpty()) {
            throw new InvalidValueException(
                    "privilege",
                    "one of the token's services gets none",
                    Arrays.stream(service.getEnumConstants())
                            .map(Privilege::label)
                            .collect(Collectors.joining(", ", "name at least one of ", " too")));
        }
        return GrantedPrivileges.of(own);
    }
}
