package dev.agoratoken.http.legacy;

import dev.agoratoken.http.legacy.LegacyParameters.CappedLifetime;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Service;
import io.javalin.http.Context;
import java.util.Arrays;
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
        String value = find(ctx, lifetimeNames).orElse(null);
        String sent = Arrays.stream(lifetimeNames)
                .filter(name -> value != null && value.equals(first(ctx, name)))
                .findFirst()
                .orElse(lifetimeNames[0]);
        return of(ctx, LegacyParameters.named(sent, () -> LegacyParameters.lifetime(value)));
    }

    private static QueryOptions of(Context ctx, CappedLifetime lifetime) {
        return new QueryOptions(
                lifetime, Optional.ofNullable(first(ctx, "format")).map(TokenFormat::fromPrefix));
    }

    /**
     * Returns a parameter that has several names; an empty value is the same as none.
     *
     * @throws InvalidValueException if there are different values, or it is the text of an unset variable
     */
    static Optional<String> find(Context ctx, String... names) {
        Optional<String> found = Optional.empty();
        for (String name : names) {
            rejectDifferentValues(name, all(ctx, name));
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

    /** A gateway that reads another value than this server would allow another token than it sees. */
    private static void rejectDifferentValues(String name, List<String> values) {
        if (values.stream().distinct().count() > 1) {
            throw new InvalidValueException(name, "given twice with different values", "send it once");
        }
    }

    /** The first value of a parameter; null if it is absent. */
    private static @Nullable String first(Context ctx, String name) {
        List<String> values = all(ctx, name);
        return values.isEmpty() ? null : values.get(0);
    }

    private static List<String> all(Context ctx, String name) {
        if (ctx.queryString() == null) {
            return List.of();
        }
        try {
            String[] values = ctx.req().getParameterValues(name);
            return values == null ? List.of() : List.of(values);
        } catch (HttpException.RuntimeException e) {
            throw new InvalidValueException("query", "invalid percent-encoding", "encode the query in UTF-8");
        }
    }

    TokenRequest request(List<? extends Service> services) {
        return new TokenRequest(Optional.empty(), format, lifetime.lifetime(), List.copyOf(services));
    }
}
