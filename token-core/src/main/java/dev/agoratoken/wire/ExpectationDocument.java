package dev.agoratoken.wire;

import dev.agoratoken.issuing.diagnosis.Expectation;
import dev.agoratoken.issuing.diagnosis.ExpectedUser;
import dev.agoratoken.issuing.diagnosis.Purpose;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody tried to do with a token; what is absent is not checked.
 *
 * @param uid the number that the client joins with; 0 is any user
 * @param anyUser true for a client that takes the user that it is given
 * @param userId the user of Signaling, Chat or a classroom
 * @param purpose one of the labels of {@link Purpose}
 */
public record ExpectationDocument(
        String appId, String channel, Long uid, String account, Boolean anyUser, String userId, String purpose) {
    /**
     * The expectation that it describes.
     *
     * @throws InvalidValueException if a value is none, or more than one of the three kinds of user is given
     */
    public Expectation toExpectation() {
        return new Expectation(
                Optional.ofNullable(appId).map(AppId::of),
                Optional.ofNullable(channel),
                user(),
                Optional.ofNullable(userId),
                Optional.ofNullable(purpose).map(Purpose::named));
    }

    private Optional<ExpectedUser> user() {
        boolean anyone = Boolean.TRUE.equals(anyUser);
        if (Stream.of(uid != null, account != null, anyone).filter(is -> is).count() > 1) {
            throw new InvalidValueException(
                    "user", "more than one is given", "give at most one of uid, account and anyUser");
        }
        if (anyone) {
            return Optional.of(ExpectedUser.ANYONE);
        }
        return uid == null
                ? Optional.ofNullable(account).map(ExpectedUser::account)
                : Optional.of(ExpectedUser.number(uid));
    }
}
