package dev.agoratoken.token.service;

/** The types of Signaling resources that RTM2 permissions name. */
public enum ResourceType {
    MESSAGE_CHANNELS(0, "messageChannels"),
    STREAM_CHANNELS(1, "streamChannels"),
    GROUP_CHANNELS(2, "groupChannels"),
    SERVER_GROUPS(3, "serverGroups"),
    USERS(4, "users");

    private final int id;
    private final String label;

    ResourceType(int id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The number in the token, 0 to 4. */
    public int id() {
        return id;
    }

    /** The name in JSON. */
    public String label() {
        return label;
    }

    /** Returns the name for that number, or the number itself if it is unknown. */
    public static String labelOf(int id) {
        for (ResourceType type : values()) {
            if (type.id == id) {
                return type.label;
            }
        }
        return Integer.toString(id);
    }
}
