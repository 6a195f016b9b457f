package dev.agoratoken.cli.error;

import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.port.ServerException;
import dev.agoratoken.document.FieldError;
import dev.agoratoken.document.InvalidDocumentException;
import dev.agoratoken.issuing.UnknownProjectException;
import dev.agoratoken.token.FieldName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports a failure in one line on standard error. Prints the stack trace only on request, and never a secret. */
public final class ErrorReporter {
    public static final String DEBUG = "--debug";

    /** Fields with another name on the command line. */
    private static final Map<String, String> ARGUMENTS = Map.of(
            "lifetime", "expire",
            "privileges", "privilege",
            "userId", "user",
            "userUuid", "user");

    /** Settings that an option sets. */
    private static final Map<String, String> OPTIONS = Map.of("APP_CERTIFICATE_FILE", "cert-file", "APP_ID", "app-id");

    private final PrintStream err;
    private final boolean withTrace;

    /** Reports to {@code err}, with stack traces if the arguments hold {@value #DEBUG}. */
    public ErrorReporter(PrintStream err, String[] args) {
        this.err = err;
        this.withTrace = Arrays.asList(args).contains(DEBUG);
    }

    /** Reports the failure and returns its exit code. */
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
     * Reports a failure to write standard output, so that a script does not take empty output for a token. A closed pipe,
     * as left by {@code head}, is not an error.
     */
    public int reportWriteFailure(IOException failure, int code) {
        // Only the message tells a closed pipe from other failures. A localized message is reported like them.
        if (String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
            return code;
        }
        print("stdout: write failed (" + failure.getMessage() + "); free up space, or redirect the output");
        return ExitCodes.USAGE;
    }

    private void print(String message) {
        err.println("agora-token: " + SecretGuard.redact(message.replaceAll("\\R", " ")));
    }

    private static Stream<String> lines(Throwable failure) {
        if (failure instanceof InvalidDocumentException document) {
            return document.errors().stream().map(FieldError::toString);
        }
        if (failure instanceof ServerException answer) {
            return answer.errors().stream()
                    .map(error -> argument(FieldName.of(error.field())) + ": " + error.message());
        }
        return Stream.of(failure instanceof TokenException expected ? message(expected) : internalError(failure));
    }

    private static String message(TokenException failure) {
        return failure instanceof InvalidValueException invalid
                ? invalid.withField(argument(invalid.fieldName())).getMessage()
                : localMessage(failure);
    }

    /** The message for the user of this machine, who may know the names of all projects. */
    public static String localMessage(TokenException failure) {
        return failure instanceof UnknownProjectException unknown ? unknown.localMessage() : failure.getMessage();
    }

    /** Options are named without dashes, like arguments. */
    private static FieldName argument(FieldName field) {
        Map<String, String> names = field.source().equals(ConfigOverrides.SOURCE) ? OPTIONS : ARGUMENTS;
        return Optional.ofNullable(names.get(field.name())).map(FieldName::of).orElse(field);
    }

    private static String internalError(Throwable failure) {
        String details = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return "internal error: " + failure.getClass().getSimpleName() + details + "; please report it";
    }
}
