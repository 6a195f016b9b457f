package dev.agoratoken.cli.batch;

import dev.agoratoken.token.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8, with or without a byte order mark, in bounded chunks. Memory is bounded for lines of any length.
 * Not thread-safe.
 */
public final class LineReader {
    /** The longest line in bytes; a longer one is not kept. */
    static final int MAX_LINE_BYTES = 16 * 1024;

    private static final int MAX_CHUNK_LINES = 256;
    private static final int MAX_CHUNK_BYTES = 64 * 1024;

    private static final byte[] UTF_8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final List<byte[]> UTF_16_BOMS =
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

    /** Creates a reader that detects lines within a quoted cell. */
    public static LineReader ofCsv(InputStream in) {
        return new LineReader(in, Optional.of(new CsvQuotes()));
    }

    /**
     * Reads the next lines; none at the end. Waits for the first line only, so that a slow writer gets the result of each
     * line at once.
     *
     * @throws InvalidValueException if the input starts with the byte order mark of UTF-16
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

    /** Reads the next line; null at the end. */
    public @Nullable Line line() throws IOException {
        partialLine.reset();
        long quotedSince = quotes.map(CsvQuotes::openedBy).orElse(0L);
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = endOfLine();
            boolean complete = end < limit;
            tooLong |= partialLine.size() + end - position > MAX_LINE_BYTES + 1;
            if (!tooLong) {
                partialLine.write(buffer, position, end - position);
            }
            int begin = position;
            quotes.ifPresent(state -> state.read(buffer, begin, end, number + 1));
            consumed += end - position + (complete ? 1 : 0);
            position = complete ? end + 1 : end;
            if (complete) {
                quotes.ifPresent(CsvQuotes::endLine);
                break;
            }
        }
        return any ? completed(tooLong, quotedSince) : null;
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private Line completed(boolean tooLong, long quotedSince) {
        number++;
        byte[] text = partialLine.toByteArray();
        int length = text.length > 0 && text[text.length - 1] == '\r' ? text.length - 1 : text.length;
        if (tooLong || length > MAX_LINE_BYTES) {
            return Line.tooLong(number);
        }
        return Line.of(number, length == text.length ? text : Arrays.copyOf(text, length), quotedSince);
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
            if (consumed == 0 && skipByteOrderMark()) {
                return fill();
            }
        }
        return position < limit;
    }

    /** Detects the encoding at the start: skips the byte order mark of UTF-8 and rejects UTF-16. */
    private boolean skipByteOrderMark() throws IOException {
        while (limit > 0 && limit < UTF_8_BOM.length && startsWith(UTF_8_BOM, limit) && more()) {
            // A pipe may deliver the byte order mark in pieces.
        }
        while (limit == 1 && UTF_16_BOMS.stream().anyMatch(bom -> startsWith(bom, 1)) && more()) {
            // The same applies to UTF-16.
        }
        if (UTF_16_BOMS.stream().anyMatch(bom -> startsWith(bom, bom.length))) {
            throw new InvalidValueException("in", "the encoding is UTF-16", "save the file as UTF-8");
        }
        if (startsWith(UTF_8_BOM, UTF_8_BOM.length)) {
            position = UTF_8_BOM.length;
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

    private boolean startsWith(byte[] bytes, int length) {
        return limit >= length && Arrays.equals(buffer, 0, length, bytes, 0, length);
    }
}
