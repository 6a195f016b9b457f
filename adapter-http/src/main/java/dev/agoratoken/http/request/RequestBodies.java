package dev.agoratoken.http.request;

import dev.agoratoken.http.json.JsonCodec;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/** Reads request bodies of at most 16 KiB. */
public final class RequestBodies {
    public static final int MAX_BYTES = 16 * 1024;

    private static final String JSON = "application/json";
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

    private RequestBodies() {}

    /**
     * Parses a JSON body. The content type is required: a page of another origin cannot send it without a preflight.
     *
     * @throws UnsupportedMediaTypeException if the content type is not JSON
     */
    public static @Nullable Object readJson(Context ctx) {
        String type = ctx.header("Content-Type");
        if (type == null || !isJson(type.toLowerCase(Locale.ROOT).strip())) {
            throw new UnsupportedMediaTypeException(type);
        }
        return JsonCodec.parse(read(ctx));
    }

    /** Ignores parameters, except for a charset other than UTF-8. */
    private static boolean isJson(String type) {
        Map<String, String> parameters = new HashMap<>();
        return type.equals(JSON)
                || JSON.equals(HttpField.getValueParameters(type, parameters))
                        && UTF_8.contains(parameters.getOrDefault("charset", "utf-8"));
    }

    /**
     * Reads the complete body.
     *
     * @throws ContentTooLargeException if it is larger than 16 KiB
     */
    public static byte[] read(Context ctx) {
        if (ctx.req().getContentLengthLong() > MAX_BYTES) {
            throw new ContentTooLargeException();
        }
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new ContentTooLargeException();
            }
            return body;
        } catch (IOException e) {
            throw new IncompleteBodyException(e);
        }
    }
}
