package dev.agoratoken.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** Reads bodies, which have an end: no request of ours is long. */
final class Bodies {
    static final int LONGEST = 16 * 1024;

    private Bodies() {}

    /**
     * The whole body.
     *
     * @throws BodyTooLongException if it is longer than 16 KiB
     */
    static byte[] read(Context ctx) {
        if (ctx.req().getContentLengthLong() > LONGEST) {
            throw new BodyTooLongException();
        }
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] body = in.readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw new BodyTooLongException();
            }
            return body;
        } catch (IOException e) {
            throw new BodyBrokeOffException(e);
        }
    }
}
