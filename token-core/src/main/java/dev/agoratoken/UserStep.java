package dev.agoratoken;

import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import java.util.function.Function;

/**
 * A channel that needs its user: call {@link #uid}, {@link #account} or {@link #anyUser}, with what the client passes to
 * the join call of its SDK. Immutable and thread-safe.
 *
 * @param <N> the next step
 */
public final class UserStep<N> {
    private final Function<User, N> next;

    UserStep(Function<User, N> next) {
        this.next = next;
    }

    /**
     * Names a user by number, for {@code joinChannel} with a uid.
     *
     * @param uid 1 to 4294967295
     * @return a step that needs a role or privileges
     * @throws dev.agoratoken.token.InvalidValueException if it is anything else; 0 is {@link #anyUser}, and a negative
     *     {@code int} of the Android SDK is {@link #uidOfInt}
     */
    public N uid(long uid) {
        return next.apply(Arguments.uid(uid));
    }

    /**
     * Names a user by number, as the Android SDK shows it: an {@code int} that is negative above 2147483647. Agora's
     * Java builders also take 0, for any user: write {@code uid == 0 ? step.anyUser() : step.uidOfInt(uid)}.
     *
     * @param uid the same 32 bits as an unsigned number; −1 is 4294967295
     * @return a step that needs a role or privileges
     * @throws dev.agoratoken.token.InvalidValueException if it is 0
     */
    public N uidOfInt(int uid) {
        return uid(Integer.toUnsignedLong(uid));
    }

    /**
     * Names a user by account, for {@code joinChannelWithUserAccount}; on the Web, a {@code string} passed to {@code
     * join}.
     *
     * @param account 1 to 255 of the 89 characters that Agora allows
     * @return a step that needs a role or privileges
     * @throws dev.agoratoken.token.InvalidValueException if it is anything else
     */
    public N account(String account) {
        return next.apply(UserAccount.of(Arguments.requireNoPattern(
                "account", account, UserPattern::of, "remove it, or call user(UserPattern.of(%s))")));
    }

    /**
     * Names no user: every client may use the token, with any uid or account. Agora's builders write this for uid 0 and
     * account "".
     *
     * @return a step that needs a role or privileges
     */
    public N anyUser() {
        return next.apply(AnyUser.ANY_USER);
    }

    /**
     * Names a user of any kind, such as a {@link UserId} or a {@link UserPattern}.
     *
     * @param user a uid, an account, a pattern of accounts, or any user
     * @return a step that needs a role or privileges
     */
    public N user(User user) {
        return next.apply(Arguments.require("user", user));
    }
}
