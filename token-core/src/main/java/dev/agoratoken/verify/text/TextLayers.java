package dev.agoratoken.verify.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text as received, and with one encoding after another undone.
 *
 * @param texts the text as received, and one more text for each encoding
 * @param encodings the encodings in the order in which they were undone
 */
record TextLayers(List<String> texts, List<Encoding> encodings) {
    private static final int MAX_ROUNDS = 3;

    /** Shorter texts are not the base64 of a token. */
    private static final int MIN_BASE64 = 128;

    static TextLayers of(String received) {
        TextLayers layers = new TextLayers(new ArrayList<>(List.of(received)), new ArrayList<>());
        layers.unescape();
        return layers;
    }

    /** Undoes base64 of the complete text, if that is a token. */
    void decodeBase64() {
        String text = last().strip();
        if (text.length() < MIN_BASE64 || !text.startsWith("MDA2") && !text.startsWith("MDA3")) {
            return;
        }
        try {
            add(Encoding.BASE64, new String(Base64.getMimeDecoder().decode(text), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException notBase64) {
            // Nothing to undo.
        }
    }

    private void unescape() {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            int before = encodings.size();
            add(Encoding.PERCENT, PercentDecoder.decode(last()));
            add(Encoding.JSON, JsonUnescaper.decode(last()));
            add(Encoding.HTML, HtmlUnescaper.decode(last()));
            if (encodings.size() == before) {
                return;
            }
        }
    }

    private void add(Encoding encoding, String decoded) {
        if (!decoded.equals(last())) {
            texts.add(decoded);
            encodings.add(encoding);
        }
    }

    String received() {
        return texts.get(0);
    }

    String last() {
        return texts.get(texts.size() - 1);
    }

    /** Returns the encodings that had to be undone until the text holds a token, which the last text does. */
    List<Encoding> encodingsOf(String token) {
        int undone = 0;
        while (!texts.get(undone).contains(token)) {
            undone++;
        }
        return List.copyOf(encodings.subList(0, undone));
    }

    @Override
    public String toString() {
        return "TextLayers[" + encodings + ", redacted]";
    }
}
