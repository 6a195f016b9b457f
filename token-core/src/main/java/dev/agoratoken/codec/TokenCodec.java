package dev.agoratoken.codec;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.Defect;
import dev.agoratoken.token.Draft006;
import dev.agoratoken.token.TokenContent;
import dev.agoratoken.token.TokenText;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.List;

/** Writes and reads the text of tokens. Without state, so safe to call from any thread. */
public final class TokenCodec {
    private TokenCodec() {}

    public static TokenText write(TokenContent.V007 content, AppCertificate certificate) {
        throw new UnsupportedOperationException();
    }

    public static TokenText write(Draft006 draft, AppCertificate certificate) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws UnreadableTokenException if the text is no token of format 006 or 007
     */
    public static Reading read(String text) {
        throw new UnsupportedOperationException();
    }

    /** What was read from a token, and what was odd about it; no signature has been checked yet. */
    public interface Reading {
        TokenContent content();

        /** The 32 bytes of the signature as 64 lower-case hexadecimal digits. */
        String signatureHex();

        /** What a strict reader would refuse but this one could read past, in the order in which it was met. */
        List<Irregularity> irregularities();

        /** Whether that certificate signed a token of format 007. */
        boolean isSignedBy(AppCertificate certificate);

        /** Whether that certificate signed a token of format 006 for that channel and user text. */
        boolean isSignedBy(AppCertificate certificate, String channel, String user);
    }

    /** Something that a strict reader would refuse. */
    public record Irregularity(Defect defect, String message) {}
}
