package dev.agoratoken.http.legacy;

import dev.agoratoken.http.legacy.LegacyParameters.CappedLifetime;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Service;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** The query of a compatible route: lifetime, format and other parameters. */
record QueryOptions(CappedLifetime lifetime, Optional<TokenFormat> format) {
    static QueryOptions of(Context ctx) {
        return of(ctx, LegacyParameters.lifetime(first(ctx, "expiry")));
    }

    /** Reads the options of a route that has several names for the lifetime, and ignores an empty one. */
    static QueryOptions of(Context ctx, String... lifetimeNames) {
        return of(ctx, LegacyParameters.lifetime(find(ctx, lifetimeNames).orElse(null)));
    }

    private static QueryOptions of(Context ctx, CappedLifetime lifetime) {
        return new QueryOptions(
                lifetime, Optional.ofNullable(first(ctx, "format")).map(TokenFormat::fromPrefix));
    }

    /**
     * Returns a parameter that has several names; an empty value is the same as none.
     *
     * @throws InvalidValueException if two names have different values, or it is the text of an unset variable
     */
    static Optional<String> find(Context ctx, String... names) {
        Optional<String> found = Optional.empty();
        for (String name : names) {
            Optional<String> value = Optional.ofNullable(first(ctx, name)).filter(text -> !text.isEmpty());
            value.ifPresent(text -> UnsetValue.reject(name, text));
            if (value.isPresent() && found.isPresent() && !value.equals(found)) {
                throw new InvalidValueException(
                        name, "differs from " + names[0] + ", which means the same", "send one of them");
            }
            found = found.or(() -> value);
        }
        return found;
    }

    /** The first value of a parameter; null if it is absent. */
    private static @Nullable String first(Context ctx, String name) {
        try {
            return ctx.req().getParameter(name);
        } catch (HttpException.RuntimeException e) {
            throw new InvalidValueException(name, "invalid percent-encoding in the query", "encode the query in UTF-8");
        }
    }

    TokenRequest request(List<? extends Service> services) {
        return new TokenRequest(Optional.empty(), format, lifetime.lifetime(), List.copyOf(services));
    }
}
