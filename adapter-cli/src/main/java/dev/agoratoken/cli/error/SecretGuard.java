package dev.agoratoken.cli.error;

import dev.agoratoken.token.InvalidValueException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps certificates and tokens out of arguments and messages. */
public final class SecretGuard {
    /** Options that people try, in lower case, without dashes and underscores. */
    private static final Set<String> CERTIFICATE_OPTIONS = Set.of(
            "cert",
            "certificate",
            "appcert",
            "appcertificate",
            "agoraappcertificate",
            "primarycertificate",
            "appcertificatesecondary",
            "secret");

    private SecretGuard() {}

    /**
     * Rejects a certificate as an argument.
     *
     * @throws InvalidValueException if an option has the name of a certificate
     */
    public static void rejectCertificateArguments(String[] args) {
        for (String arg : args) {
            if (arg.equals("--")) {
                return;
            }
            if (arg.startsWith("-") && CERTIFICATE_OPTIONS.contains(bareName(arg))) {
                throw exposed("arguments are visible to every user of this machine");
            }
        }
    }

    /**
     * Rejects a certificate in place of the name of its file.
     *
     * @throws InvalidValueException if the name looks like a certificate
     */
    public static void rejectCertificateAsFileName(String name) {
        if (name.matches("[0-9a-fA-F]{32}")) {
            throw exposed(
                    "--cert-file has a certificate as its value, and arguments are visible to every user of this machine");
        }
    }

    /** Removes what looks like a token, or like a certificate with up to 4 digits more or 2 less. */
    public static String redact(String text) {
        return Patterns.HEX_32
                .matcher(Patterns.TOKEN.matcher(text).replaceAll("(a token, not shown)"))
                .replaceAll("(hexadecimal digits, not shown)");
    }

    private static InvalidValueException exposed(String problem) {
        return new InvalidValueException(
                "certificate", problem, "set APP_CERTIFICATE (environment or .env), or use --cert-file FILE");
    }

    private static String bareName(String option) {
        int end = option.indexOf('=');
        return (end < 0 ? option : option.substring(0, end))
                .replaceAll("[-_]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A separate class, so that they are compiled only after a failure. */
    private static final class Patterns {
        static final Pattern TOKEN = Pattern.compile("00[67][0-9A-Za-z+/=_-]{40,}");
        static final Pattern HEX_32 = Pattern.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{30,36}(?![0-9a-fA-F])");
    }
}
