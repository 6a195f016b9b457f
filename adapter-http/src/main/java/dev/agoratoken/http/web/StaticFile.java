package dev.agoratoken.http.web;

import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * A file that is read once and served from memory. Browsers revalidate it each time, so that a page and its script always
 * have the same version.
 */
final class StaticFile implements Route {
    /** Pages use only files of this server: no inline script or style, no other origin, no frame. */
    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final int NOT_MODIFIED = 304;
    private static final int TAG_LENGTH = 16;

    private final String path;
    private final String contentType;
    private final byte[] content;
    private final String etag;

    private StaticFile(String path, String contentType, byte[] content) {
        this.path = path;
        this.contentType = contentType;
        this.content = content;
        this.etag = etag(content);
    }

    static StaticFile read(String path, String resource, String contentType) {
        return read(path, resource, contentType, UnaryOperator.identity());
    }

    /** Reads a resource and changes its text once. */
    static StaticFile read(String path, String resource, String contentType, UnaryOperator<String> change) {
        try (InputStream in = StaticFile.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new StaticFile(path, contentType, change.apply(text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String etag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(hash).substring(0, TAG_LENGTH) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(path, this::answer);
        routes.head(path, this::answer);
    }

    private void answer(Context ctx) {
        RequestContext.of(ctx).setRoute(path);
        ctx.header("Content-Security-Policy", CSP);
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cache-Control", "no-cache");
        ctx.res().setHeader("Expires", null);
        ctx.res().setHeader("Pragma", null);
        ctx.header("ETag", etag);
        if (etag.equals(ctx.header("If-None-Match"))) {
            ctx.status(NOT_MODIFIED);
        } else {
            ctx.contentType(contentType).result(content);
        }
    }
}
