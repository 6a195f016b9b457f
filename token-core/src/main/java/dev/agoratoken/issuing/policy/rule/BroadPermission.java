package dev.agoratoken.issuing.policy.rule;

/** Permissions that reach further than one user in one channel. Only a rule that names them allows them. */
public enum BroadPermission {
    /** A token that every client may use. */
    ANY_USER("any-user"),
    WILDCARD_CHANNEL("wildcard-channel"),
    WILDCARD_USER("wildcard-user"),
    /** The REST API of Chat. */
    CHAT_APP("chat-app"),
    /** The REST API of Flexible Classroom. */
    APAAS_APP("apaas-app"),
    /** RTM2 permissions for every name that a pattern matches. */
    WILDCARD_PERMISSION("wildcard-permission");

    private final String label;

    BroadPermission(String label) {
        this.label = label;
    }

    /** The name in the configuration. */
    public String label() {
        return label;
    }
}
