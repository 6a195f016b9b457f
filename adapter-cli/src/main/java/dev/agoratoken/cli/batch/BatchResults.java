package dev.agoratoken.cli.batch;

import java.io.ByteArrayOutputStream;

/**
 * The answers to a chunk, one line each.
 *
 * @param errors how many of them are errors
 * @param consumed how much of the input has been read up to there, in bytes
 */
record BatchResults(ByteArrayOutputStream text, int lines, int errors, long consumed) {
    boolean isEmpty() {
        return lines == 0;
    }
}
