package dev.agoratoken.token.service;

/** The resources that an RTM2 permission covers: one name, or every name that a pattern matches. */
public sealed interface ResourceName {
    /** The maximum length of a name or pattern, in bytes. */
    int MAX_BYTES = 64;

    /** {@return the text in the token} */
    String value();

    /**
     * {@return one resource by name}
     *
     * @param name 1 to 64 bytes of the 89 characters that Agora's SDKs accept
     * @throws dev.agoratoken.token.InvalidValueException if the name is anything else, or contains {@code *}
     */
    static ResourceName of(String name) {
        return new Exact(name);
    }

    /**
     * {@return every resource that a pattern matches, where {@code *} stands for any text}
     *
     * @param pattern 1 to 64 bytes with at least one {@code *}
     * @throws dev.agoratoken.token.InvalidValueException if the text contains no {@code *}, or the rest is not part of
     *     a valid name
     */
    static ResourceName matching(String pattern) {
        return new Pattern(pattern);
    }

    /**
     * One resource by name.
     *
     * @param value the name
     */
    record Exact(String value) implements ResourceName {
        /** Same as {@link ResourceName#of}. */
        public Exact {
            SignalingName.check("permissions", value);
        }
    }

    /**
     * Every resource that a pattern matches.
     *
     * @param value the pattern with its {@code *}
     */
    record Pattern(String value) implements ResourceName {
        /** Same as {@link ResourceName#matching}. */
        public Pattern {
            SignalingName.checkPattern("permissions", value);
        }
    }
}
