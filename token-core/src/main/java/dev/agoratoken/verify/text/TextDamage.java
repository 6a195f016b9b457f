package dev.agoratoken.verify.text;

import java.util.List;

/**
 * The difference between a text as received and the token in it.
 *
 * @param encodings the encodings that were undone, without those that belong to the text around the token
 * @param plusSpaces the number of spaces that were replaced by {@code +}
 * @param removed the number of characters that were removed inside the token
 * @param isUrlSafe whether the token was encoded as URL-safe base64
 */
public record TextDamage(
        List<Encoding> encodings, int plusSpaces, int removed, boolean isUrlSafe, Surroundings surroundings) {
    /** The damage of an intact text. */
    public static final TextDamage NONE = new TextDamage(List.of(), 0, 0, false, Surroundings.NONE);

    public TextDamage {
        encodings = List.copyOf(encodings);
    }
}
