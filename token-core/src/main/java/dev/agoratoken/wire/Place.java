package dev.agoratoken.wire;

import dev.agoratoken.token.Received;

/** Where in a document something stands. The path is written out only for a complaint, since most documents are good. */
record Place(Place above, String name, int index) {
    static final Place TOP = new Place(null, "request", -1);

    private static final int LONGEST_NAME = 64;

    Place field(String field) {
        return new Place(this, field, -1);
    }

    Place item(int position) {
        return new Place(this, "", position);
    }

    /** Such as {@code services[0].channel}; {@code request} is the document itself. */
    String path() {
        if (index >= 0) {
            return above.path() + "[" + index + "]";
        }
        return above == null || above == TOP ? shown() : above.path() + "." + shown();
    }

    /** A name that somebody made up may hold anything. */
    private String shown() {
        boolean plain = name.length() <= LONGEST_NAME && name.chars().allMatch(Place::isPlain) && !name.isEmpty();
        return plain ? name : Received.quoted(name);
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }
}
