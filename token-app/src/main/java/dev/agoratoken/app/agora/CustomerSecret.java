package dev.agoratoken.app.agora;

import dev.agoratoken.token.InvalidValueException;

/** The customer secret of an Agora account. Redacts itself. */
public final class CustomerSecret {
    private final String value;

    private CustomerSecret(String value) {
        this.value = value;
    }

    /**
     * Creates a secret.
     *
     * @throws InvalidValueException if it is not 1 to 128 visible ASCII characters; the message does not show it
     */
    public static CustomerSecret of(String value) {
        if (!value.matches("[!-~]{1,128}")) {
            throw new InvalidValueException(
                    "customer-secret",
                    "invalid customer secret",
                    "copy it from the Agora Console, without spaces and quotes");
        }
        return new CustomerSecret(value);
    }

    String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerSecret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
