package dev.agoratoken.token.service;

/** What an RTM2 permission allows. */
public enum AccessType {
    /** Read the resource: permission type 0. */
    READ(0, "read"),
    /** Write to the resource: permission type 1. */
    WRITE(1, "write");

    private final int id;
    private final String label;

    AccessType(int id, String label) {
        this.id = id;
        this.label = label;
    }

    /** {@return the number in the token, 0 or 1} */
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
        for (AccessType type : values()) {
            if (type.id == id) {
                return type.label;
            }
        }
        return Integer.toString(id);
    }
}
