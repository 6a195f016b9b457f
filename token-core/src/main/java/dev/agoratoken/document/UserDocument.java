package dev.agoratoken.document;

import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserId;
import org.jspecify.annotations.Nullable;

/**
 * The user of a channel.
 *
 * @param kind {@code number}, {@code account} or {@code anyone}
 * @param value the text in the token; absent for {@code anyone}
 */
public record UserDocument(String kind, @Nullable String value) {
    private static final UserDocument ANYONE = new UserDocument("anyone", null);

    public static UserDocument from(User user) {
        if (user instanceof AnyUser) {
            return ANYONE;
        }
        return new UserDocument(user instanceof UserId ? "number" : "account", user.value());
    }

    /**
     * Reads the text in a token, where the number 1234 and the account "1234" are the same: digits are shown as a
     * number.
     */
    public static UserDocument fromText(String text) {
        if (text.isEmpty() || text.equals("*")) {
            return new UserDocument("anyone", text.isEmpty() ? null : text);
        }
        return new UserDocument(UserId.isValue(text) ? "number" : "account", text);
    }
}
