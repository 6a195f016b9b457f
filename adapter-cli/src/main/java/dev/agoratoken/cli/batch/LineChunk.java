package dev.agoratoken.cli.batch;

import java.util.List;

/**
 * Lines that are answered together.
 *
 * @param consumed how much of the input has been read with them, in bytes
 */
record LineChunk(List<Line> lines, long consumed) {
    LineChunk {
        lines = List.copyOf(lines);
    }
}
