package dev.agoratoken.cli.error;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.wire.FieldError;
import dev.agoratoken.wire.InvalidDocumentException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells the user about a failure: one line on standard error, the stack trace only on request, a secret never.
 *
 * @param withTrace whether the stack trace was asked for
 */
public record ErrorReporter(PrintStream err, boolean withTrace) {
    public static final String DEBUG = "--debug";

    /** Fields that have another name on the command line. */
    private static final Map<String, String> ARGUMENTS = Map.of(
            "lifetime", "expire",
            "privileges", "privilege",
            "userId", "user",
            "userUuid", "user",
            "APP_CERTIFICATE_FILE (command line)", "cert-file",
            "APP_ID (command line)", "app-id");

    public static ErrorReporter of(PrintStream err, String[] args) {
        return new ErrorReporter(err, Arrays.asList(args).contains(DEBUG));
    }

    /** Reports the failure and returns the exit code for it. */
    public int report(Throwable failure) {
        lines(failure).forEach(this::print);
        if (withTrace) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            err.print(SecretGuard.redact(trace.toString()));
        }
        return ExitCodes.of(failure);
    }

    /**
     * Reports that what was printed did not arrive, so that a script does not take an empty answer for a token; nothing
     * if its reader had enough, as {@code head} has.
     */
    public int reportWriteFailure(IOException failure, int code) {
        // Java has no other word for it. Where the system speaks another language it is reported as the rest is.
        if (String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
            return code;
        }
        print("stdout: not everything could be written (" + failure.getMessage()
                + "); make room, or send it to where it can be written");
        return ExitCodes.USAGE;
    }

    private void print(String message) {
        err.println("agora-token: " + SecretGuard.redact(message.replaceAll("\\R", " ")));
    }

    private static Stream<String> lines(Throwable failure) {
        if (failure instanceof InvalidDocumentException document) {
            return document.errors().stream().map(FieldError::toString);
        }
        return Stream.of(failure instanceof TokenException expected ? message(expected) : internalError(failure));
    }

    private static String message(TokenException failure) {
        return failure instanceof InvalidValueException invalid
                ? invalid.withField(argument(invalid.field())).getMessage()
                : failure.getMessage();
    }

    /** Options are named without their dashes, as arguments are. */
    private static String argument(String field) {
        return ARGUMENTS.getOrDefault(field, field.replaceFirst("^--", ""));
    }

    private static String internalError(Throwable failure) {
        String details = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return "internal error: " + failure.getClass().getSimpleName() + details + "; please report it";
    }
}
