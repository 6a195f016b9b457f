package dev.agoratoken.cli.batch;

import java.util.List;

/**
 * Lines that are processed together.
 *
 * @param consumed the bytes of input read so far
 */
record LineChunk(List<Line> lines, long consumed) {
    LineChunk {
        lines = List.copyOf(lines);
    }
}
