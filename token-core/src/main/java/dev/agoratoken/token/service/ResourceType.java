package dev.agoratoken.token.service;

/** The types of Signaling resources that RTM2 permissions name. */
public enum ResourceType {
    /** Message channels: resource type 0. */
    MESSAGE_CHANNELS(0, "messageChannels"),
    /** Stream channels: resource type 1. */
    STREAM_CHANNELS(1, "streamChannels"),
    /** Group channels: resource type 2. */
    GROUP_CHANNELS(2, "groupChannels"),
    /** Server groups: resource type 3. */
    SERVER_GROUPS(3, "serverGroups"),
    /** Users: resource type 4. */
    USERS(4, "users");

    private final int id;
    private final String label;

    ResourceType(int id, String label) {
        this.id = id;
        this.label = label;
    }

    /** {@return the number in the token, 0 to 4} */
    public int id() {
        return id;
    }

    /** {@return the name in JSON} */
    public String label() {
        return label;
    }

    /**
     * {@return the name for that number, or the number itself if it is unknown}
     *
     * @param id the number in a token
     */
    public static String labelOf(int id) {
        for (ResourceType type : values()) {
            if (type.id == id) {
                return type.label;
            }
        }
        return Integer.toString(id);
    }
}
