package dev.agoratoken.issuing.policy.caller;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody shows to say who they are. Everything that was presented is in here, also what is presented twice: to pick
 * one of two would let two readers of the same request pick differently.
 *
 * @param authorizations every authorization as it was sent, such as {@code Bearer …}
 * @param keys every API key that was sent by itself
 * @param certificateSubject the distinguished name of a client certificate that was verified
 * @param address where the request came from
 */
public record Credentials(
        List<String> authorizations, List<String> keys, Optional<String> certificateSubject, String address) {
    private static final String BEARER = "bearer ";
    private static final String REMEDY = "send 'Authorization: Bearer ...' or 'X-Api-Key: ...', once";

    public Credentials {
        authorizations = List.copyOf(authorizations);
        keys = List.copyOf(keys);
    }

    /** Nothing but an address. */
    public static Credentials none(String address) {
        return new Credentials(List.of(), List.of(), Optional.empty(), address);
    }

    /**
     * The one key or login token that is presented, if there is one.
     *
     * @throws AuthenticationException if there are several, or it is presented in a way that is not understood
     */
    public Optional<String> bearerOrApiKey() {
        if (authorizations.size() + keys.size() > 1) {
            throw new AuthenticationException("there are several", REMEDY);
        }
        return authorizations.stream()
                .map(Credentials::bearer)
                .findFirst()
                .or(() -> keys.stream().map(String::strip).findFirst());
    }

    private static String bearer(String authorization) {
        String text = authorization.strip();
        if (!text.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw new AuthenticationException("the authorization is no bearer token", REMEDY);
        }
        return text.substring(BEARER.length()).strip();
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "Credentials[" + address + "]";
    }
}
