package dev.agoratoken.http.request;

import dev.agoratoken.http.json.JsonCodec;
import io.javalin.http.Context;

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
}
