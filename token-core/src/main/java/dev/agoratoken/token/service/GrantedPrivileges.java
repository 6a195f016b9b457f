package dev.agoratoken.token.service;

import dev.agoratoken.token.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The privileges of a service, at least one, each with its expiry, in ascending order of their numbers. Immutable and
 * thread-safe.
 *
 * @param <P> the privileges of the service
 */
public final class GrantedPrivileges<P extends Enum<P> & Privilege> {
    private final Map<P, PrivilegeExpiry> ends;
    private final List<PrivilegeEntry> entries;

    private GrantedPrivileges(EnumMap<P, PrivilegeExpiry> ends) {
        this.ends = Collections.unmodifiableMap(ends);
        List<PrivilegeEntry> inOrder = new ArrayList<>(ends.size());
        ends.forEach((privilege, expiry) -> inOrder.add(new PrivilegeEntry(privilege.id(), expiry)));
        this.entries = List.copyOf(inOrder);
    }

    /**
     * Grants privileges, each with its expiry.
     *
     * @param <P> the privileges of the service
     * @param ends each privilege with its expiry
     * @return the privileges, copied
     * @throws InvalidValueException if there are no privileges, because such a service allows nothing
     */
    public static <P extends Enum<P> & Privilege> GrantedPrivileges<P> of(Map<P, PrivilegeExpiry> ends) {
        if (ends.isEmpty()) {
            throw new InvalidValueException("privileges", "must not be empty", "grant at least one privilege");
        }
        return new GrantedPrivileges<>(new EnumMap<>(ends));
    }

    /**
     * Grants privileges, all with the same expiry.
     *
     * @param <P> the privileges of the service
     * @param privileges at least one
     * @param expiry when they expire
     * @return the privileges, copied
     * @throws InvalidValueException if there are no privileges
     */
    public static <P extends Enum<P> & Privilege> GrantedPrivileges<P> of(Set<P> privileges, PrivilegeExpiry expiry) {
        EnumMap<P, PrivilegeExpiry> ends = null;
        for (P privilege : privileges) {
            if (ends == null) {
                ends = new EnumMap<>(privilege.getDeclaringClass());
            }
            ends.put(privilege, expiry);
        }
        return of(ends == null ? Map.of() : ends);
    }

    /** {@return the privileges and their expiries, in ascending order of the privileges' numbers} */
    public Map<P, PrivilegeExpiry> ends() {
        return ends;
    }

    /** {@return the privileges as they are in a token} */
    public List<PrivilegeEntry> entries() {
        return entries;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrantedPrivileges<?> that && ends.equals(that.ends);
    }

    @Override
    public int hashCode() {
        return ends.hashCode();
    }

    @Override
    public String toString() {
        return ends.toString();
    }
}
