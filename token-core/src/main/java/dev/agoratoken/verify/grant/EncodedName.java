package dev.agoratoken.verify.grant;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.text.Printable;
import dev.agoratoken.text.Wildcard;

/** A name in a token: the text itself, or only its checksum. */
public sealed interface EncodedName {
    /** Returns whether the token is valid for a name. */
    boolean covers(String name);

    /** Returns whether it is exactly a name; a checksum can only tell with high probability. */
    boolean equalsName(String name);

    /** Returns the name for a message, after its kind: {@code "a"} or {@code with checksum 01234567}. */
    String display();

    /** Returns kind and name for a mismatch: {@code user "a"} or {@code another user (checksum 01234567)}. */
    String describe(String kind);

    /** Returns whether it contains a {@code *}. */
    boolean isPattern();

    /** The name itself, in format 007. */
    record Plain(String text) implements EncodedName {
        @Override
        public boolean covers(String name) {
            return text.equals(name) || text.isEmpty() || isPattern() && Wildcard.matches(text, name);
        }

        @Override
        public boolean equalsName(String name) {
            return text.equals(name);
        }

        @Override
        public String display() {
            return Printable.quote(text);
        }

        @Override
        public String describe(String kind) {
            return kind + " " + display();
        }

        @Override
        public boolean isPattern() {
            return text.indexOf('*') >= 0;
        }
    }

    /** The CRC-32 of the name, in format 006. */
    record Checksum(long crc32) implements EncodedName {
        @Override
        public boolean covers(String name) {
            return crc32 == 0 || equalsName(name);
        }

        @Override
        public boolean equalsName(String name) {
            return crc32 == TokenCodec.checksum(name);
        }

        @Override
        public String display() {
            return crc32 == 0 ? "\"\"" : "with checksum " + hex();
        }

        @Override
        public String describe(String kind) {
            return crc32 == 0 ? kind + " \"\"" : "another " + kind + " (checksum " + hex() + ")";
        }

        private String hex() {
            return String.format("%08x", crc32);
        }

        @Override
        public boolean isPattern() {
            return false;
        }
    }
}
