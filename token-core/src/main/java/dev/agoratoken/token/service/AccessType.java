package dev.agoratoken.token.service;

/** What an RTM2 permission lets its user do. */
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

    /** The name of the one with that number, or the number itself where none is known. */
    public static String labelOf(int id) {
        return id < values().length ? values()[id].label : Integer.toString(id);
    }
}
