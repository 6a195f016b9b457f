package dev.agoratoken.http.jetty;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Adds the headers of every response. They forbid caching, because a response may contain a token. */
final class CommonHeaders extends Handler.Wrapper {
    private static final List<HttpField> FIELDS = List.of(
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private, no-cache, no-store, must-revalidate"),
            new PreEncodedHttpField(HttpHeader.EXPIRES, "-1"),
            new PreEncodedHttpField(HttpHeader.PRAGMA, "no-cache"),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"));

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        FIELDS.forEach(response.getHeaders()::add);
        return super.handle(request, response, callback);
    }

    /** Puts them into the headers of an error, which may have them already. */
    static void put(HttpFields.Mutable headers) {
        FIELDS.forEach(headers::put);
    }
}
