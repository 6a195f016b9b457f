package dev.agoratoken.token;

import dev.agoratoken.text.Printable;

/**
 * The App ID of an Agora project: 32 hexadecimal characters, kept exactly as typed, because the signature covers upper
 * and lower case (docs/reference/token-format.md#summary). An App ID is public; its certificate is not.
 *
 * @param value 32 hexadecimal characters
 */
public record AppId(String value) {
    /**
     * Same as {@link #of}.
     *
     * @throws InvalidValueException if the text is not exactly 32 hexadecimal characters
     */
    public AppId {
        if (value == null || !Hex32.matches(value)) {
            throw new InvalidValueException(
                    "appId",
                    "invalid App ID " + Printable.quote(value),
                    "copy the 32 hexadecimal characters from the project in the Agora Console");
        }
    }

    /**
     * {@return an App ID}
     *
     * @param value 32 hexadecimal characters
     * @throws InvalidValueException if the text is not exactly 32 hexadecimal characters
     */
    public static AppId of(String value) {
        return new AppId(value);
    }

    /** {@return the first and the last four characters, for logs} */
    public String masked() {
        return value.substring(0, 4) + "..." + value.substring(Hex32.LENGTH - 4);
    }

    @Override
    public String toString() {
        return value;
    }
}
