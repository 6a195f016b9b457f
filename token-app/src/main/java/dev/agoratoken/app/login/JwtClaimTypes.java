package dev.agoratoken.app.login;

import com.nimbusds.jwt.proc.BadJWTException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the registered claims of a JWT have the types of RFC 7519, section 4.1. The library treats null as
 * absent, so that {@code "exp": null} would never expire, and lets huge times overflow.
 */
public final class JwtClaimTypes {
    private static final List<String> TIMES = List.of("exp", "nbf", "iat");
    private static final List<String> TEXTS = List.of("iss", "jti");

    /** The end of the year 9999, in seconds. */
    private static final double MAX_TIME = 253_402_300_799.0;

    private JwtClaimTypes() {}

    /**
     * Checks claims as parsed from JSON.
     *
     * @throws BadJWTException if one is present and has another type
     */
    public static void check(Map<String, Object> claims) throws BadJWTException {
        for (String name : TIMES) {
            require(name, claims, isTime(claims.get(name)));
        }
        for (String name : TEXTS) {
            require(name, claims, claims.get(name) instanceof String);
        }
        Object subject = claims.get("sub");
        require("sub", claims, subject instanceof String || subject instanceof Number);
        require("aud", claims, isAudience(claims.get("aud")));
    }

    private static void require(String name, Map<String, Object> claims, boolean valid) throws BadJWTException {
        if (claims.containsKey(name) && !valid) {
            throw new BadJWTException("JWT " + name + " claim has an invalid type or value");
        }
    }

    private static boolean isTime(@Nullable Object value) {
        return value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= MAX_TIME;
    }

    private static boolean isAudience(@Nullable Object value) {
        return value instanceof String
                || value instanceof Collection<?> values && values.stream().allMatch(String.class::isInstance);
    }
}
