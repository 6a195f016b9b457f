package dev.agoratoken.http.legacy;

import dev.agoratoken.http.legacy.LegacyParameters.CappedLifetime;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /getToken}. */
record GetTokenRequest(CappedLifetime lifetime, List<Service> services) {
    /** A beginning of a valid body. */
    static final String EXAMPLE = "{\"tokenType\":\"rtc\", …}";

    private static final String[] FIELDS = {"tokenType", "channel", "role", "uid", "expire"};

    /**
     * Reads the body.
     *
     * @param json the parsed body; null is the same as an empty object
     * @throws InvalidValueException at the first invalid field
     */
    static GetTokenRequest of(@Nullable Object json) {
        BodyFields fields = BodyFields.of(json, EXAMPLE, FIELDS);
        return new GetTokenRequest(fields.lifetime("expire"), services(fields));
    }

    TokenRequest request() {
        return new TokenRequest(Optional.empty(), Optional.empty(), lifetime.lifetime(), services);
    }

    private static List<Service> services(BodyFields fields) {
        String tokenType = fields.text("tokenType").orElse("");
        Optional<String> uid = fields.user("uid");
        return switch (tokenType) {
            case "rtc" -> List.of(rtc(fields, uid.orElseThrow(LegacyParameters::missingUid)));
            case "rtm" -> rtm(fields, user(() -> RtmUserId.of(uid.orElseThrow(LegacyParameters::missingUid))));
            case "chat" ->
                List.of(user(() -> uid.map(ChatUserId::of).map(Chat::user).orElseGet(Chat::app)));
            default ->
                throw new InvalidValueException(
                        "tokenType", "invalid token type " + Printable.quote(tokenType), "use rtc, rtm or chat");
        };
    }

    private static Service rtc(BodyFields fields, String uid) {
        return Rtc.withRole(
                fields.role("role").orElse(Role.SUBSCRIBER),
                LegacyParameters.channel("channel", fields.text("channel").orElse("")),
                user(() -> LegacyParameters.numberOrAccount(uid)));
    }

    /** With a channel, the user may join that stream channel, and publish there unless the role is a subscriber's. */
    private static List<Service> rtm(BodyFields fields, RtmUserId user) {
        boolean mayPublishData = fields.role("role").orElse(Role.PUBLISHER) == Role.PUBLISHER;
        return fields.text("channel")
                .map(channel -> ServiceCombinations.streamChannel(
                        user, LegacyParameters.channel("channel", channel), mayPublishData))
                .orElseGet(() -> List.of(Rtm.login(user)));
    }

    /** Every user of the body is called {@code uid}. */
    private static <T> T user(Supplier<T> value) {
        return LegacyParameters.named("uid", value);
    }
}
