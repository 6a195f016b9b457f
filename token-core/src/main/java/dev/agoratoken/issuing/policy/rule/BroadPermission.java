package dev.agoratoken.issuing.policy.rule;

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
}
