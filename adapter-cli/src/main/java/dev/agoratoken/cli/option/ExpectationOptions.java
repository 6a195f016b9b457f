package dev.agoratoken.cli.option;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the client does with the token. */
public final class ExpectationOptions {
    @Option(names = "--channel", paramLabel = "C", description = "The channel that the client joins.", order = 1)
    private @Nullable String channel;

    @Option(
            names = "--uid",
            paramLabel = "N",
            description = "The uid that the client joins with; 0 is any user.",
            order = 2)
    private @Nullable String uid;

    @Option(names = "--account", paramLabel = "A", description = "The account that the client joins with.", order = 3)
    private @Nullable String account;

    @Option(names = "--any-user", description = "The client joins with uid 0, and Agora assigns a uid.", order = 4)
    private boolean anyUser;

    @Option(
            names = "--user",
            paramLabel = "U",
            description = "The user who logs in to Signaling or Chat, or enters the classroom.",
            order = 5)
    private @Nullable String user;

    @Option(
            names = "--for",
            paramLabel = "PURPOSE",
            completionCandidates = CompletionCandidates.Purposes.class,
            description = "The purpose: join, publish, publishAudio, publishVideo, publishData, rtmLogin, chatUser,"
                    + " chatApp, apaasRoomUser, fpa, convoai, stt, streaming or fcdn.",
            order = 6)
    private @Nullable String purpose;

    public Expectation expectation() {
        return new Expectation(
                Optional.empty(),
                Optional.ofNullable(channel),
                expectedUser(),
                Optional.ofNullable(user),
                Optional.ofNullable(purpose).map(ExpectationOptions::purpose));
    }

    private static Purpose purpose(String name) {
        try {
            return Purpose.fromLabel(name);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("for", "unknown purpose " + Printable.quote(name), e.remedy());
        }
    }

    private Optional<ExpectedUser> expectedUser() {
        if (Stream.of(uid != null, account != null, anyUser).filter(is -> is).count() > 1) {
            throw new InvalidValueException(
                    "user", "more than one user", "use at most one of --uid N, --account A and --any-user");
        }
        if (anyUser) {
            return Optional.of(ExpectedUser.ANYONE);
        }
        return uid == null ? Optional.ofNullable(account).map(ExpectedUser::account) : Optional.of(expectedUser(uid));
    }

    private static ExpectedUser expectedUser(String number) {
        return ArgumentParsers.isZero(number)
                ? ExpectedUser.ANYONE
                : ExpectedUser.number(
                        ArgumentParsers.uid(number, "use a whole number from 1 to 4294967295, or 0 for any user")
                                .number());
    }
}
