package dev.agoratoken.codec;

import dev.agoratoken.secret.CertificateAccess;
import dev.agoratoken.token.AppCertificate;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What programs sign with instead of a certificate, by mistake. */
public enum CertificateVariant {
    LOWER_CASE("in lower case", text -> text.toLowerCase(Locale.ROOT)),
    UPPER_CASE("in upper case", text -> text.toUpperCase(Locale.ROOT)),
    SPACE_AFTER("with a space after it", text -> text + " "),
    SPACE_BEFORE("with a space before it", text -> " " + text),
    LINE_BREAK("with a line break after it", text -> text + "\n"),
    WINDOWS_LINE_BREAK("with a Windows line break after it", text -> text + "\r\n"),
    CARRIAGE_RETURN("with a carriage return after it", text -> text + "\r"),
    TAB("with a tab after it", text -> text + "\t"),
    DOUBLE_QUOTES("in double quotes", text -> '"' + text + '"'),
    SINGLE_QUOTES("in single quotes", text -> "'" + text + "'"),
    BYTE_ORDER_MARK("with a byte order mark before it", text -> "\ufeff" + text),
    DECODED("decoded from hexadecimal", null),
    EMPTY("an empty text", text -> ""),
    UNDEFINED("the text \"undefined\"", text -> "undefined"),
    NULL("the text \"null\"", text -> "null"),
    NONE("the text \"None\"", text -> "None");

    private static final int LENGTH = 32;

    private final String description;

    /** Null if the result is not a text. */
    private final @Nullable UnaryOperator<String> change;

    CertificateVariant(String description, @Nullable UnaryOperator<String> change) {
        this.description = description;
        this.change = change;
    }

    /** Returns the mistake in words, to follow "the certificate", or what took its place. */
    public String description() {
        return description;
    }

    /** Returns whether the certificate itself has no part in it. */
    public boolean isUnset() {
        return compareTo(EMPTY) >= 0;
    }

    byte[] keyOf(AppCertificate certificate) {
        byte[] ascii = new byte[LENGTH];
        certificate.reveal(CertificateAccess.get(), ascii, 0);
        String text = new String(ascii, StandardCharsets.US_ASCII);
        return change == null
                ? HexFormat.of().parseHex(text)
                : change.apply(text).getBytes(StandardCharsets.UTF_8);
    }
}
