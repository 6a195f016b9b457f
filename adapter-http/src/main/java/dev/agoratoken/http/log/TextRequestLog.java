package dev.agoratoken.http.log;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Requests as lines to read, in the form that the program's other lines have. */
record TextRequestLog(PrintStream out) implements RequestLog {
    @Override
    public void write(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> append(line, text));
        out.print(text);
        out.flush();
    }

    private static void append(Line line, StringBuilder text) {
        text.append(line.time().truncatedTo(ChronoUnit.MILLIS))
                .append(" INFO requests - ")
                .append(line.method())
                .append(' ')
                .append(line.route())
                .append(' ')
                .append(line.status())
                .append(' ')
                .append(line.millis())
                .append("ms caller=")
                .append(line.caller())
                .append(" id=")
                .append(line.requestId());
        if (line.code() != null) {
            text.append(' ').append(line.code());
        }
        text.append(System.lineSeparator());
    }
}
