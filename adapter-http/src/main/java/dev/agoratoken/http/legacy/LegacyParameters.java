package dev.agoratoken.http.legacy;

import dev.agoratoken.text.Printable;
import dev.agoratoken.text.WholeNumber;
import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Role;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of the compatible routes as the older servers did, without their security problems
 * (docs/reference/http-contract.md#decisions, D1 to D22).
 */
final class LegacyParameters {
    private LegacyParameters() {}

    /**
     * Reads a role. The numbers are those of Agora's builders and samples, in which 1 publishes and 2 subscribes
     * (docs/reference/http-contract.md#decisions, D9).
     */
    static Role role(String role) {
        return switch (UnsetValue.reject("role", role)) {
            case "1" -> Role.PUBLISHER;
            case "2" -> Role.SUBSCRIBER;
            default -> namedRole(role);
        };
    }

    private static Role namedRole(String role) {
        try {
            return Role.fromLabel(role);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(e.field(), e.problem(), e.remedy() + ", or the number 1 or 2");
        }
    }

    /** Reads the name of a channel. Only {@code /v1/tokens} issues wildcards. */
    static ChannelName channel(String field, String name) {
        rejectWildcard(field, UnsetValue.reject(field, name));
        return named(field, () -> ChannelName.of(name));
    }

    private static void rejectWildcard(String field, String name) {
        if (name.indexOf('*') >= 0) {
            throw new InvalidValueException(
                    field,
                    Printable.quote(name) + " contains the wildcard '*'",
                    "remove it, or use POST /v1/tokens with \"wildcards\":true");
        }
    }

    /** Reads a value, and reports errors with the name that the route has for the field. */
    static <T> T named(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValueException e) {
            throw e.withField(field);
        }
    }

    /** The error of a body without a user. */
    static InvalidValueException missingUid() {
        return new InvalidValueException("uid", "missing", "send the user's uid or account");
    }

    /** The user of {@code /{tokenType}/{uid}}. */
    static User user(String tokenType, String uid) {
        UnsetValue.reject("uid", uid);
        return switch (UnsetValue.reject("tokenType", tokenType)) {
            case "uid" -> numericUser(uid);
            case "userAccount" -> account(uid);
            default ->
                throw new InvalidValueException(
                        "tokenType", "invalid token type " + Printable.quote(tokenType), "use uid or userAccount");
        };
    }

    /** Reads decimal digits; zero or none stand for any user. */
    private static User numericUser(String digits) {
        return isZero(digits) ? AnyUser.ANY_USER : UserId.parse(digits);
    }

    /** Reads a uid if the text is a number, else an account; a number that is too large is rejected. */
    static User numberOrAccount(String text) {
        return WholeNumber.isDigits(text) ? numericUser(text) : account(text);
    }

    private static UserAccount account(String text) {
        rejectWildcard("account", text);
        return UserAccount.of(text);
    }

    /** Returns whether there are no digits, or only zeros. */
    static boolean isZero(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }

    /** Reads the lifetime of a query; zero is rejected, because the token would be expired. */
    static CappedLifetime lifetime(@Nullable String expiry) {
        if (expiry == null) {
            return CappedLifetime.UNSPECIFIED;
        }
        UnsetValue.reject("expiry", expiry);
        try {
            if (!WholeNumber.isDigits(expiry)) {
                throw invalid(expiry);
            }
            long seconds = Long.parseUnsignedLong(expiry);
            if (seconds == 0) {
                throw invalid(expiry);
            }
            return CappedLifetime.of(seconds < 0 ? Long.MAX_VALUE : seconds);
        } catch (NumberFormatException e) {
            throw invalid(expiry);
        }
    }

    private static InvalidValueException invalid(String expiry) {
        return new InvalidValueException(
                "expiry", "invalid lifetime " + Printable.quote(expiry), "use whole seconds from 1 to 86400");
    }

    /**
     * A requested lifetime, reduced to Agora's maximum: some clients request a week.
     *
     * @param lifetime empty for the default
     * @param capped whether the request asked for more
     */
    record CappedLifetime(Optional<Lifetime> lifetime, boolean capped) {
        static final CappedLifetime UNSPECIFIED = new CappedLifetime(Optional.empty(), false);

        static CappedLifetime of(long seconds) {
            return seconds > Lifetime.MAX.seconds()
                    ? new CappedLifetime(Optional.of(Lifetime.MAX), true)
                    : new CappedLifetime(Optional.of(Lifetime.ofSeconds(seconds)), false);
        }

        /** Adds the {@code Token-Lifetime-Capped} header, in seconds, if the client asked for a longer lifetime. */
        void addHeader(Context ctx) {
            if (capped) {
                lifetime.ifPresent(allowed -> ctx.header("Token-Lifetime-Capped", Long.toString(allowed.seconds())));
            }
        }
    }
}
