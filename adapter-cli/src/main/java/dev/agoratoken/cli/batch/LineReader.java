package dev.agoratoken.cli.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads lines in chunks of a bounded size, however long a line is. Not thread-safe. */
public final class LineReader {
    /** The longest line in bytes; of a longer one nothing is kept. */
    static final int MAX_LINE_BYTES = 16 * 1024;

    private static final int MAX_CHUNK_LINES = 256;
    private static final int MAX_CHUNK_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[MAX_CHUNK_BYTES];
    private final ByteArrayOutputStream partialLine = new ByteArrayOutputStream(MAX_LINE_BYTES);
    private int position;
    private int limit;
    private long number;
    private long consumed;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next lines; none at the end. It waits for the first of them only, so that who writes a line now and then gets an
     * answer to each.
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
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            boolean whole = end < limit;
            tooLong |= partialLine.size() + end - position > MAX_LINE_BYTES + 1;
            if (!tooLong) {
                partialLine.write(buffer, position, end - position);
            }
            consumed += end - position + (whole ? 1 : 0);
            position = whole ? end + 1 : end;
            if (whole) {
                break;
            }
        }
        return any ? finished(tooLong) : null;
    }

    private Line finished(boolean tooLong) {
        number++;
        byte[] text = partialLine.toByteArray();
        int length = text.length > 0 && text[text.length - 1] == '\r' ? text.length - 1 : text.length;
        if (tooLong || length > MAX_LINE_BYTES) {
            return Line.tooLong(number);
        }
        return Line.of(number, length == text.length ? text : Arrays.copyOf(text, length));
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
        }
        return position < limit;
    }
}
