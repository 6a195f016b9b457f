package dev.agoratoken.wire;

/**
 * A field of a document that is refused.
 *
 * @param field where it stands, such as {@code services[0].channel}
 * @param message what is wrong; what would be right
 */
public record FieldError(String field, String message) {
    @Override
    public String toString() {
        return field + ": " + message;
    }
}
