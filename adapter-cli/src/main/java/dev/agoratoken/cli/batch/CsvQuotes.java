package dev.agoratoken.cli.batch;

/**
 * Whether CSV is within a quoted cell at the end of a line. Rows are lines, so a cell that goes on in the next line makes
 * both of them bad: what looks like a row there is a part of somebody's text, and gets no token. Not thread-safe.
 */
final class CsvQuotes {
    private State state = State.CELL_START;
    private long openedBy;

    /** The number of the line that opens the quoted cell which is not closed yet; 0 if there is none. */
    long openedBy() {
        return state == State.QUOTED ? openedBy : 0;
    }

    /** Goes on by a part of a line. */
    void read(byte[] text, int begin, int end, long line) {
        for (int i = begin; i < end; i++) {
            State next = state.after(text[i]);
            if (next == State.QUOTED && state == State.CELL_START) {
                openedBy = line;
            }
            state = next;
        }
    }

    /** Goes on by a line break. */
    void endLine() {
        if (state != State.QUOTED) {
            state = State.CELL_START;
        }
    }

    private enum State {
        CELL_START,
        UNQUOTED,
        QUOTED,
        /** After a quote in a quoted cell, which ends it unless another one follows. */
        QUOTE_IN_QUOTED;

        State after(byte next) {
            if (next == '"') {
                return switch (this) {
                    case CELL_START, QUOTE_IN_QUOTED -> QUOTED;
                    case UNQUOTED -> UNQUOTED;
                    case QUOTED -> QUOTE_IN_QUOTED;
                };
            }
            if (this == QUOTED) {
                return QUOTED;
            }
            return next == ',' ? CELL_START : UNQUOTED;
        }
    }
}
