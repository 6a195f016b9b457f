package dev.agoratoken.token.service;

/** What an RTM2 permission allows. */
public enum AccessType {
    READ(0, "read"),
    WRITE(1, "write");

    private final int id;
    private final String label;

    AccessType(int id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The number in the token, 0 or 1. */
    public int id() {
        return id;
    }

    /** The name in JSON. */
    public String label() {
        return label;
    }

    /** Returns the name for that number, or the number itself if it is unknown. */
    public static String labelOf(int id) {
        for (AccessType type : values()) {
            if (type.id == id) {
                return type.label;
            }
        }
        return Integer.toString(id);
    }
}
