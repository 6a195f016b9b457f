package dev.agoratoken.issuing.policy.caller;

import java.util.Optional;

/**
 * What a request shows to say who sent it. The adapter reads it from its protocol; whether it is needed and valid is decided
 * by {@link CallerAuthenticator}.
 *
 * @param presented the API key or login token
 * @param certificateSubject the distinguished name of a client certificate that was verified
 * @param address where the request came from
 */
public record Credentials(PresentedSecret presented, Optional<String> certificateSubject, String address) {
    /** Nothing but an address. */
    public static Credentials none(String address) {
        return new Credentials(new PresentedSecret.Absent(), Optional.empty(), address);
    }

    /**
     * The one API key or login token that is presented, if there is one.
     *
     * @throws AuthenticationException if there are several, or it is presented in a way that is not understood
     */
    public Optional<String> bearerOrApiKey() {
        if (presented instanceof PresentedSecret.Unusable unusable) {
            throw new AuthenticationException(unusable.problem(), unusable.remedy());
        }
        return presented instanceof PresentedSecret.Single single ? Optional.of(single.value()) : Optional.empty();
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "Credentials[" + address + "]";
    }
}
