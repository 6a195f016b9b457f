package dev.agoratoken.cli.batch;

/**
 * How far a batch came.
 *
 * @param bad how many of the lines were answered with an error
 * @param whole whether it came to the end
 */
record BatchCount(long lines, long bad, boolean whole) {
    static final BatchCount NONE = new BatchCount(0, 0, false);

    BatchCount and(Answers answers) {
        return new BatchCount(lines + answers.lines(), bad + answers.bad(), false);
    }

    BatchCount atTheEnd() {
        return new BatchCount(lines, bad, true);
    }
}
