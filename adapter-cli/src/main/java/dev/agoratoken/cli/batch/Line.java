package dev.agoratoken.cli.batch;

import dev.agoratoken.token.InvalidValueException;

/** A line of a batch, without its end. */
public final class Line {
    private static final byte[] TOO_LONG = {};

    private final long number;
    private final byte[] text;

    private Line(long number, byte[] text) {
        this.number = number;
        this.text = text;
    }

    static Line of(long number, byte[] text) {
        return new Line(number, text);
    }

    /** A line that nobody kept. */
    static Line tooLong(long number) {
        return new Line(number, TOO_LONG);
    }

    /** Its number, from 1 on. */
    long number() {
        return number;
    }

    /** Whether there is anything in it, and somebody kept it. */
    boolean isThere() {
        for (byte b : text) {
            if (b != ' ' && b != '\t') {
                return true;
            }
        }
        return false;
    }

    int size() {
        return text.length;
    }

    /**
     * Its bytes, which nobody changes.
     *
     * @throws InvalidValueException if it was too long, or there is nothing in it
     */
    byte[] text() {
        if (text == TOO_LONG) {
            throw new InvalidValueException(
                    "line", "it is longer than " + LineReader.MAX_LINE_BYTES + " bytes", "write a shorter request");
        }
        if (isThere()) {
            return text;
        }
        throw new InvalidValueException("line", "it is blank", "write a request, or leave the line out");
    }
}
