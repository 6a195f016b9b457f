package dev.agoratoken.cli.option;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Privileges by name, with their expiries. No two services of a token share a name. */
public record NamedPrivileges(Map<String, PrivilegeExpiry> expiries) {
    /**
     * Returns the privileges of one service.
     *
     * @throws InvalidValueException if there are none: that service in the token would be useless
     */
    public <P extends Enum<P> & Privilege> GrantedPrivileges<P> of(Class<P> service) {
        EnumMap<P, PrivilegeExpiry> granted = new EnumMap<>(service);
        for (P privilege : service.getEnumConstants()) {
            if (expiries.containsKey(privilege.label())) {
                granted.put(privilege, expiries.get(privilege.label()));
            }
        }
        if (granted.isEmpty()) {
            throw new InvalidValueException(
                    "privilege",
                    "one service of the token has no privilege",
                    Arrays.stream(service.getEnumConstants())
                            .map(Privilege::label)
                            .collect(Collectors.joining(", ", "also name at least one of ", "")));
        }
        return GrantedPrivileges.of(granted);
    }
}
