package dev.agoratoken.document;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UserId;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The request to verify a token: {@code
 * {"token":"007…","expect":{"channel":"testing","uid":1234,"purpose":"join"},"at":"2026-11-24T12:00:00Z","skew":30}}.
 * Only the token is required.
 */
public final class VerificationRequestDocument {
    private static final List<String> FIELDS = List.of("token", "expect", "at", "skew");
    private static final List<String> EXPECTATIONS =
            List.of("appId", "channel", "uid", "account", "anyUser", "userId", "purpose");
    private static final long MAX_SKEW = 86_400;

    private VerificationRequestDocument() {}

    /**
     * Reads {@code {"token":"007…"}} and returns the text, which is not validated.
     *
     * @param tree the document as maps, lists, strings, numbers and booleans of the JDK, each key once
     * @throws InvalidDocumentException if any field is unknown or not valid; it contains all errors
     */
    public static String readToken(@Nullable Object tree) {
        return read(tree, document -> {
            document.allowOnly(List.of("token"), "a request to inspect");
            return token(document);
        });
    }

    /**
     * Reads a request.
     *
     * @param tree as above
     * @throws InvalidDocumentException as above
     */
    public static VerificationRequest read(@Nullable Object tree) {
        return read(tree, VerificationRequestDocument::request);
    }

    private static <T> T read(@Nullable Object tree, Function<DocumentObject, Optional<T>> reader) {
        ValidationErrors validationErrors = new ValidationErrors();
        Optional<T> read = DocumentValue.top(tree, validationErrors)
                .object("send {\"token\":\"007...\"}")
                .flatMap(reader);
        validationErrors.throwIfAny();
        return read.orElseThrow(() -> new AssertionError("an invalid request has an error"));
    }

    private static Optional<VerificationRequest> request(DocumentObject document) {
        document.allowOnly(FIELDS, "a verification request");
        Optional<String> token = token(document);
        Expectation expected = document.get("expect")
                .flatMap(value -> value.object("send {\"channel\":\"testing\",...}"))
                .map(VerificationRequestDocument::expectation)
                .orElse(Expectation.NONE);
        Optional<Instant> at = document.get("at").flatMap(value -> value.text(VerificationRequestDocument::instant));
        Duration skew = document.get("skew")
                .flatMap(value -> value.wholeNumber(0, MAX_SKEW, "use whole seconds from 0 to " + MAX_SKEW))
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
        return token.map(text -> new VerificationRequest(text, expected, at, skew));
    }

    private static Optional<String> token(DocumentObject document) {
        return document.require("token", "send the token").flatMap(value -> value.text(text -> text));
    }

    private static Expectation expectation(DocumentObject expect) {
        expect.allowOnly(EXPECTATIONS, "an expectation");
        return new Expectation(
                expect.get("appId").flatMap(value -> value.text(AppId::of)),
                name(expect, "channel"),
                user(expect),
                name(expect, "userId"),
                expect.get("purpose").flatMap(value -> value.text(Purpose::fromLabel)));
    }

    private static Optional<String> name(DocumentObject expect, String field) {
        return expect.get(field).flatMap(value -> value.text(Expectation::name));
    }

    private static Optional<ExpectedUser> user(DocumentObject expect) {
        boolean anyone = expect.isTrue("anyUser");
        if (Stream.of(expect.has("uid"), expect.has("account"), anyone)
                        .filter(is -> is)
                        .count()
                > 1) {
            return expect.reject("uid", "more than one user", "use at most one of uid, account and anyUser");
        }
        if (anyone) {
            return Optional.of(ExpectedUser.ANYONE);
        }
        return expect.has("uid")
                ? expect.get("uid")
                        .flatMap(value -> value.uid(0, "use a JSON number from 0 (any user) to " + UserId.MAX_VALUE))
                        .map(ExpectedUser::number)
                : expect.get("account").flatMap(value -> value.text(ExpectedUser::account));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValueException(
                    "at", "invalid time " + Printable.quote(text), "use RFC 3339 such as 2026-11-24T12:00:00Z");
        }
    }
}
