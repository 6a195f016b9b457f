package dev.agoratoken.http.request;

import dev.agoratoken.http.json.JsonCodec;
import io.javalin.http.Context;
import java.util.function.BiConsumer;

/** Writes responses. */
public final class Responses {
    public static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";

    private Responses() {}

    public static void json(Context ctx, Object document) {
        ctx.contentType(JSON).result(JsonCodec.toBytes(document));
    }

    public static void text(Context ctx, String text) {
        ctx.contentType(TEXT).result(text);
    }

    /** Forbids caching, because a response may contain a token. */
    public static void disableCaching(BiConsumer<String, String> header) {
        header.accept("Cache-Control", "private, no-cache, no-store, must-revalidate");
        header.accept("Expires", "-1");
        header.accept("Pragma", "no-cache");
        header.accept("X-Content-Type-Options", "nosniff");
    }
}
