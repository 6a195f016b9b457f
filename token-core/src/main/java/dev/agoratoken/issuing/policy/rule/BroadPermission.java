package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What reaches further than one user in one channel: only a rule that names it allows it. */
public enum BroadPermission {
    /** A token with which anyone may join. */
    ANY_USER("any-user"),
    WILDCARD_CHANNEL("wildcard-channel"),
    WILDCARD_USER("wildcard-user"),
    /** The REST API of Chat. */
    CHAT_APP("chat-app"),
    /** The REST API of Flexible Classroom. */
    APAAS_APP("apaas-app"),
    /** RTM2 permissions for whatever a pattern matches. */
    WILDCARD_PERMISSION("wildcard-permission");

    private final String label;

    BroadPermission(String label) {
        this.label = label;
    }

    /** The name in the configuration. */
    public String label() {
        return label;
    }

    /**
     * The one of that name.
     *
     * @throws InvalidValueException if there is none
     */
    public static BroadPermission named(String name) {
        return Arrays.stream(values())
                .filter(broadPermission -> broadPermission.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "also",
                        Printable.quote(name) + " is nothing that a rule could name",
                        "use "
                                + Arrays.stream(values())
                                        .map(BroadPermission::label)
                                        .collect(Collectors.joining(", "))));
    }
}
