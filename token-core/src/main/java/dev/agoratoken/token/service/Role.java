package dev.agoratoken.token.service;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;
import java.util.Locale;

/**
 * The roles of users in an RTC channel. A token does not contain the role, only the privileges that it stands for
 * (docs/reference/token-format.md#roles-and-co-host-authentication).
 */
public enum Role {
    /** Joins, listens and publishes: privileges 1, 2, 3, 4. */
    PUBLISHER("publisher", "host", "broadcaster"),
    /** Joins and listens: privilege 1. */
    SUBSCRIBER("subscriber", "audience", "attendee");

    private static final List<Role> BY_RIGHTS = List.of(values());

    private final List<String> names;

    Role(String... names) {
        this.names = List.of(names);
    }

    /** {@return the main name: {@code publisher} or {@code subscriber}} */
    public String label() {
        return names.get(0);
    }

    /**
     * {@return the role with that name; case does not matter, and {@code host}, {@code broadcaster}, {@code audience}
     * and {@code attendee} are accepted}
     *
     * @param name such as {@code publisher}; any text
     * @throws InvalidValueException if there is no such role, since a typo must not change privileges
     */
    public static Role fromLabel(String name) {
        String lowerCase = name == null ? "" : name.toLowerCase(Locale.ROOT);
        for (Role role : BY_RIGHTS) {
            if (role.names.contains(lowerCase)) {
                return role;
            }
        }
        throw new InvalidValueException("role", "unknown role " + Printable.quote(name), suggestion(name));
    }

    private static String suggestion(String name) {
        String all = "publisher (host, broadcaster) or subscriber (audience, attendee)";
        List<String> known =
                BY_RIGHTS.stream().flatMap(role -> role.names.stream()).toList();
        return DidYouMean.of(name, known)
                .map(question -> question + " Valid: " + all)
                .orElse("use " + all);
    }
}
