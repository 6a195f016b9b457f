package dev.agoratoken.token;

import dev.agoratoken.text.Printable;

/**
 * The App ID of an Agora project: 32 hexadecimal characters, kept exactly as typed, because the signature covers upper
 * and lower case (docs/reference/token-format.md#summary). An App ID is public; its certificate is not.
 */
public record AppId(String value) {
    public AppId {
        if (value == null || !Hex32.matches(value)) {
            throw new InvalidValueException(
                    "appId",
                    "invalid App ID " + Printable.quote(value),
                    "copy the 32 hexadecimal characters from the project in the Agora Console");
        }
    }

    /**
     * Creates an App ID.
     *
     * @throws InvalidValueException if the text is not exactly 32 hexadecimal characters
     */
    public static AppId of(String value) {
        return new AppId(value);
    }

    /** The first and the last four characters, for logs. */
    public String masked() {
        return value.substring(0, 4) + "..." + value.substring(Hex32.LENGTH - 4);
    }

    @Override
    public String toString() {
        return value;
    }
}
