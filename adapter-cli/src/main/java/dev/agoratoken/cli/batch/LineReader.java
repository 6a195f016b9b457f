package dev.agoratoken.cli.batch;

import dev.agoratoken.token.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads lines of UTF-8, with or without its byte order mark, in chunks of a bounded size, however long a line is. Not
 * thread-safe.
 */
public final class LineReader {
    /** The longest line in bytes; of a longer one nothing is kept. */
    static final int MAX_LINE_BYTES = 16 * 1024;

    private static final int MAX_CHUNK_LINES = 256;
    private static final int MAX_CHUNK_BYTES = 64 * 1024;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final List<byte[]> UTF_16_MARKS =
            List.of(new byte[] {(byte) 0xFE, (byte) 0xFF}, new byte[] {(byte) 0xFF, (byte) 0xFE});

    private final InputStream in;
    private final Optional<CsvQuotes> quotes;
    private final byte[] buffer = new byte[MAX_CHUNK_BYTES];
    private final ByteArrayOutputStream partialLine = new ByteArrayOutputStream(MAX_LINE_BYTES);
    private int position;
    private int limit;
    private long number;
    private long consumed;

    private LineReader(InputStream in, Optional<CsvQuotes> quotes) {
        this.in = in;
        this.quotes = quotes;
    }

    public static LineReader of(InputStream in) {
        return new LineReader(in, Optional.empty());
    }

    /** One that tells which lines begin within a quoted cell. */
    public static LineReader ofCsv(InputStream in) {
        return new LineReader(in, Optional.of(new CsvQuotes()));
    }

    /**
     * The next lines; none at the end. It waits for the first of them only, so that who writes a line now and then gets an
     * answer to each.
     *
     * @throws InvalidValueException if the input begins with the mark of an encoding other than UTF-8
     */
    LineChunk next() throws IOException {
        List<Line> lines = new ArrayList<>();
        int bytes = 0;
        while (lines.size() < MAX_CHUNK_LINES && bytes < MAX_CHUNK_BYTES && (lines.isEmpty() || isReady())) {
            Line line = line();
            if (line == null) {
                break;
            }
            lines.add(line);
            bytes += line.size();
        }
        return new LineChunk(lines, consumed);
    }

    private boolean isReady() throws IOException {
        return position < limit || in.available() > 0;
    }

    /** The next line, or null at the end. */
    public Line line() throws IOException {
        partialLine.reset();
        long quotedSince = quotes.map(CsvQuotes::openedBy).orElse(0L);
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = endOfLine();
            boolean whole = end < limit;
            tooLong |= partialLine.size() + end - position > MAX_LINE_BYTES + 1;
            if (!tooLong) {
                partialLine.write(buffer, position, end - position);
            }
            int begin = position;
            quotes.ifPresent(state -> state.read(buffer, begin, end, number + 1));
            consumed += end - position + (whole ? 1 : 0);
            position = whole ? end + 1 : end;
            if (whole) {
                quotes.ifPresent(CsvQuotes::endLine);
                break;
            }
        }
        return any ? finished(tooLong, quotedSince) : null;
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private Line finished(boolean tooLong, long quotedSince) {
        number++;
        byte[] text = partialLine.toByteArray();
        int length = text.length > 0 && text[text.length - 1] == '\r' ? text.length - 1 : text.length;
        if (tooLong || length > MAX_LINE_BYTES) {
            return Line.tooLong(number);
        }
        return Line.quoted(number, length == text.length ? text : Arrays.copyOf(text, length), quotedSince);
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
            if (consumed == 0 && skipMark()) {
                return fill();
            }
        }
        return position < limit;
    }

    /** Decides on the encoding, once: a spreadsheet's UTF-8 begins with a mark, which is skipped, and so does UTF-16. */
    private boolean skipMark() throws IOException {
        while (limit > 0 && limit < UTF_8_MARK.length && isBeginOf(UTF_8_MARK, limit) && more()) {
            // A pipe may hand out the mark in pieces.
        }
        while (limit == 1 && UTF_16_MARKS.stream().anyMatch(mark -> isBeginOf(mark, 1)) && more()) {
            // So may it here.
        }
        if (UTF_16_MARKS.stream().anyMatch(mark -> isBeginOf(mark, mark.length))) {
            throw new InvalidValueException("in", "the encoding is UTF-16", "save the file as UTF-8");
        }
        if (isBeginOf(UTF_8_MARK, UTF_8_MARK.length)) {
            position = UTF_8_MARK.length;
            consumed = position;
            return true;
        }
        return false;
    }

    private boolean more() throws IOException {
        int read = Math.max(0, in.read(buffer, limit, buffer.length - limit));
        limit += read;
        return read > 0;
    }

    private boolean isBeginOf(byte[] mark, int length) {
        return limit >= length && Arrays.equals(buffer, 0, length, mark, 0, length);
    }
}
