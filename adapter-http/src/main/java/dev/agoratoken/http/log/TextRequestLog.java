package dev.agoratoken.http.log;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes requests as text, in the format of the program's other log lines. */
final class TextRequestLog implements RequestLog {
    private final PrintStream out;
    private final TimestampWriter times = new TimestampWriter();

    TextRequestLog(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(List<Entry> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(entry -> append(entry, text));
        out.print(text);
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("cannot write the request log"));
        }
    }

    private void append(Entry entry, StringBuilder text) {
        times.append(entry.time(), text);
        text.append(entry.isProbe() ? " DEBUG" : " INFO")
                .append(" requests - ")
                .append(entry.method())
                .append(' ')
                .append(entry.route())
                .append(' ')
                .append(entry.status())
                .append(' ')
                .append(entry.durationMillis())
                .append("ms caller=")
                .append(entry.caller())
                .append(" client=")
                .append(entry.client())
                .append(" id=")
                .append(entry.requestId());
        if (entry.errorCode() != null) {
            text.append(' ').append(entry.errorCode());
        }
        text.append(System.lineSeparator());
    }
}
