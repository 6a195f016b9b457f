package dev.agoratoken.token.service;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.NameSyntax;

/** What an RTM2 permission is for: one thing by name, or everything that a pattern matches. */
public sealed interface ResourceName {
    /** The longest name or pattern in bytes. */
    int MAX_BYTES = 64;

    /** The text that goes into the token. */
    String value();

    /**
     * One thing by name, 1 to 64 bytes of the 89 characters that Agora's SDKs accept.
     *
     * @throws InvalidValueException if it is anything else, {@code *} included
     */
    static ResourceName of(String name) {
        return new Exact(name);
    }

    /**
     * Everything that the pattern matches, where {@code *} stands for any text.
     *
     * @throws InvalidValueException if there is no {@code *}, or the rest is no legal part of a name
     */
    static ResourceName matching(String pattern) {
        return new Pattern(pattern);
    }

    /** One thing by name. */
    record Exact(String value) implements ResourceName {
        public Exact {
            NameSyntax.check("permissions", value, MAX_BYTES);
        }
    }

    /** Everything that a pattern matches. */
    record Pattern(String value) implements ResourceName {
        public Pattern {
            NameSyntax.checkPattern("permissions", value, MAX_BYTES);
        }
    }
}
