package dev.agoratoken.cli.batch;

/**
 * The progress of a batch.
 *
 * @param errors the number of lines with an error
 * @param complete whether all lines are processed
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
