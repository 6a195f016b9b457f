package dev.agoratoken.token.service;

/** The types of Signaling resources that RTM2 permissions name. */
public enum ResourceType {
    MESSAGE_CHANNELS("messageChannels"),
    STREAM_CHANNELS("streamChannels"),
    GROUP_CHANNELS("groupChannels"),
    SERVER_GROUPS("serverGroups"),
    USERS("users");

    private final String label;

    ResourceType(String label) {
        this.label = label;
    }

    /** The number in the token, 0 to 4. */
    public int id() {
        return ordinal();
    }

    /** The name in JSON. */
    public String label() {
        return label;
    }

    /** Returns the name for that number, or the number itself if it is unknown. */
    public static String labelOf(int id) {
        return id < values().length ? values()[id].label : Integer.toString(id);
    }
}
