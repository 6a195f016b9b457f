package dev.agoratoken.token.service;

/** What an RTM2 permission allows. */
public enum AccessType {
    READ("read"),
    WRITE("write");

    private final String label;

    AccessType(String label) {
        this.label = label;
    }

    /** The number in the token, 0 or 1. */
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
