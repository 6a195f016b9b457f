package dev.agoratoken.cli.batch;

import java.io.ByteArrayOutputStream;

/**
 * The results of a chunk, one line each.
 *
 * @param errors the number of errors
 * @param consumed the bytes of input read so far
 */
record BatchResults(ByteArrayOutputStream text, int lines, int errors, long consumed) {
    boolean isEmpty() {
        return lines == 0;
    }
}
