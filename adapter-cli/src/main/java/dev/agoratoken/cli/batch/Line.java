package dev.agoratoken.cli.batch;

import dev.agoratoken.token.InvalidValueException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** A line of a batch, without its line break. */
public final class Line {
    private static final byte[] TOO_LONG = {};

    private static final char REPLACEMENT = '\uFFFD';

    private final long number;
    private final byte[] text;
    private final long quotedSince;

    private Line(long number, byte[] text, long quotedSince) {
        this.number = number;
        this.text = text;
        this.quotedSince = quotedSince;
    }

    /**
     * A line that was read.
     *
     * @param quotedSince the number of the earlier line of CSV that opens the quoted cell in which this one starts; 0 if none
     */
    static Line of(long number, byte[] text, long quotedSince) {
        return new Line(number, text, quotedSince);
    }

    /** A line that was too long to keep. */
    static Line tooLong(long number) {
        return new Line(number, TOO_LONG, 0);
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }

    /** Whether the line was kept and has more than spaces. */
    boolean hasText() {
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
     * Returns the text.
     *
     * @throws InvalidValueException if the line is too long, empty, not UTF-8, or starts within a quoted cell
     */
    @SuppressWarnings("ReferenceEquality") // An empty line is not too long.
    String text() {
        if (text == TOO_LONG) {
            throw new InvalidValueException(
                    "line", "longer than " + LineReader.MAX_LINE_BYTES + " bytes", "shorten it");
        }
        if (quotedSince > 0) {
            throw new InvalidValueException(
                    "line",
                    "inside the quoted cell that line " + quotedSince + " opens",
                    "close the quote in that line (cells have no line breaks)");
        }
        if (!hasText()) {
            throw new InvalidValueException("line", "empty", "write a request, or remove the line");
        }
        return decoded();
    }

    /** The text with replacement characters for everything that is not UTF-8. */
    String legibleText() {
        return new String(text, StandardCharsets.UTF_8);
    }

    private String decoded() {
        String decoded = legibleText();
        OptionalInt malformed = decoded.indexOf(REPLACEMENT) < 0 ? OptionalInt.empty() : malformedByte();
        if (malformed.isPresent()) {
            int index = malformed.getAsInt();
            throw new InvalidValueException(
                    "line",
                    "byte %d (0x%02X) is not UTF-8".formatted(index + 1, text[index]),
                    "save the file as UTF-8 (in Excel: \"CSV UTF-8\")");
        }
        return decoded;
    }

    /** The index of the first malformed character; empty if the text itself has replacement characters. */
    private OptionalInt malformedByte() {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        boolean malformed = StandardCharsets.UTF_8
                .newDecoder()
                .decode(bytes, CharBuffer.allocate(text.length), true)
                .isError();
        return malformed ? OptionalInt.of(bytes.position()) : OptionalInt.empty();
    }
}
