package dev.agoratoken.issuing.policy.caller;

import java.util.Optional;

/**
 * The credentials in a request. The adapter reads them from its protocol; {@link CallerAuthenticator} decides whether they
 * are needed and valid.
 *
 * @param presented the API key or JWT
 * @param certificateSubject the distinguished name of a verified client certificate
 * @param address the address of the client
 */
public record Credentials(PresentedSecret presented, Optional<String> certificateSubject, String address) {
    /** Credentials with only an address. */
    public static Credentials none(String address) {
        return new Credentials(new PresentedSecret.Absent(), Optional.empty(), address);
    }

    /**
     * Returns the API key or JWT; empty if there is none.
     *
     * @throws AuthenticationException if there is more than one, or the authorization scheme is unsupported
     */
    public Optional<String> bearerOrApiKey() {
        if (presented instanceof PresentedSecret.Unusable unusable) {
            throw new AuthenticationException(unusable.problem(), unusable.remedy());
        }
        return presented instanceof PresentedSecret.Single single ? Optional.of(single.value()) : Optional.empty();
    }

    /** The address only, because the rest is secret. */
    @Override
    public String toString() {
        return "Credentials[" + address + "]";
    }
}
