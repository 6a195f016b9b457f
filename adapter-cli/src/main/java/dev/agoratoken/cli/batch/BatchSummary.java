package dev.agoratoken.cli.batch;

/**
 * How far a batch came.
 *
 * @param errors how many of the lines were answered with an error
 * @param complete whether it came to the end
 */
record BatchSummary(long lines, long errors, boolean complete) {
    static final BatchSummary NONE = new BatchSummary(0, 0, false);

    BatchSummary plus(BatchResults batchResults) {
        return new BatchSummary(lines + batchResults.lines(), errors + batchResults.errors(), false);
    }

    BatchSummary completed() {
        return new BatchSummary(lines, errors, true);
    }
}
