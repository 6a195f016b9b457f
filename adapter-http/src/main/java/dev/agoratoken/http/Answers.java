package dev.agoratoken.http;

import io.javalin.http.Context;
import java.util.function.BiConsumer;

/** How answers are written. */
final class Answers {
    static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";

    private Answers() {}

    static void json(Context ctx, Object document) {
        ctx.contentType(JSON).result(Json.bytes(document));
    }

    static void text(Context ctx, String text) {
        ctx.contentType(TEXT).result(text);
    }

    /** Every answer is for the one who asked, and for now: it may hold a token. */
    static void forbidKeeping(BiConsumer<String, String> header) {
        header.accept("Cache-Control", "private, no-cache, no-store, must-revalidate");
        header.accept("Expires", "-1");
        header.accept("Pragma", "no-cache");
        header.accept("X-Content-Type-Options", "nosniff");
    }
}
