package dev.agoratoken.cli.batch;

import java.io.ByteArrayOutputStream;

/**
 * The answers to a chunk, one line each.
 *
 * @param bad how many of them are errors
 * @param consumed how much of the input has been read up to there, in bytes
 */
record Answers(ByteArrayOutputStream text, int lines, int bad, long consumed) {
    boolean isEmpty() {
        return lines == 0;
    }
}
