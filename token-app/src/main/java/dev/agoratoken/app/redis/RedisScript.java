package dev.agoratoken.app.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A script that Redis runs as one command. */
record RedisScript(String text, String digest) {
    /** Reads a script of this package. */
    static RedisScript read(String name) {
        try (InputStream in = RedisScript.class.getResourceAsStream(name)) {
            byte[] bytes = in.readAllBytes();
            return new RedisScript(new String(bytes, StandardCharsets.UTF_8), Base16.digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it. Redis forgets scripts when it restarts; the text of the script teaches it again. */
    <T> CompletionStage<T> run(
            RedisClusterAsyncCommands<String, String> commands,
            ScriptOutputType type,
            String[] keys,
            String... arguments) {
        CompletionStage<T> reply = commands.evalsha(digest, type, keys, arguments);
        return reply.exceptionallyCompose(failure -> failure instanceof RedisNoScriptException
                ? commands.<T>eval(text, type, keys, arguments)
                : CompletableFuture.failedFuture(failure));
    }
}
