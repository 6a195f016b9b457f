package dev.agoratoken.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests as lines to read. */
final class TextRequestLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("requests");

    @Override
    public void add(Line line) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line.method() + " " + line.route() + " " + line.status() + " " + line.millis() + "ms caller="
                    + line.caller() + " id=" + line.requestId() + (line.code() == null ? "" : " " + line.code()));
        }
    }
}
