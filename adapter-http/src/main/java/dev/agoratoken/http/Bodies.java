package dev.agoratoken.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads bodies, which have an end: no request of ours is long. */
final class Bodies {
    static final int LONGEST = 16 * 1024;

    private Bodies() {}

    /**
     * The JSON of a body that is declared as such. A page of another origin cannot declare it without asking first.
     *
     * @throws UnsupportedMediaTypeException if it is declared as anything else
     */
    static Object readJson(Context ctx) {
        String type = ctx.header("Content-Type");
        if (type == null || !isJson(type.toLowerCase(Locale.ROOT))) {
            throw new UnsupportedMediaTypeException(type);
        }
        return Json.value(read(ctx));
    }

    private static boolean isJson(String type) {
        String[] parts = type.split(";", 2);
        boolean utf8 = parts.length == 1 || parts[1].replace("\"", "").strip().equals("charset=utf-8");
        return parts[0].strip().equals("application/json") && utf8;
    }

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
