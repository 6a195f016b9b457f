package dev.agoratoken.cli.batch;

/**
 * Detects quoted cells that are open at the end of a line. Each line is a row, so such a cell makes this line and the next
 * invalid: what looks like a row there is part of a cell, and gets no token. Not thread-safe.
 */
final class CsvQuotes {
    private State state = State.CELL_START;
    private long openedBy;

    /** The number of the line that opens the current quoted cell; 0 if there is none. */
    long openedBy() {
        return state == State.QUOTED ? openedBy : 0;
    }

    /** Reads a part of a line. */
    void read(byte[] text, int begin, int end, long line) {
        for (int i = begin; i < end; i++) {
            State next = state.after(text[i]);
            if (next == State.QUOTED && state == State.CELL_START) {
                openedBy = line;
            }
            state = next;
        }
    }

    /** Reads a line break. */
    void endLine() {
        if (state != State.QUOTED) {
            state = State.CELL_START;
        }
    }

    private enum State {
        CELL_START,
        UNQUOTED,
        QUOTED,
        /** After a quote in a quoted cell, which ends the cell unless another quote follows. */
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
