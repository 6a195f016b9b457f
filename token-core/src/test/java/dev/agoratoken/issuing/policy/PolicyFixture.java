package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Callers, rules and requests that are easy to read. */
final class PolicyFixture {
    static final AccessPolicy POLICY = new AccessPolicy(IssuingDefaults.STANDARD);
    static final User NUMBER = UserId.of(1234);
    static final User ACCOUNT = UserAccount.of("1234");

    private PolicyFixture() {}

    static Caller caller(Rule... allowed) {
        return caller(Map.of(), AccessRules.allowing(allowed));
    }

    static Caller caller(Map<String, ?> claims, Rule... allowed) {
        return caller(claims, AccessRules.allowing(allowed));
    }

    static Caller caller(Map<String, ?> claims, AccessRules accessRules) {
        return new Caller("mobile", CallerKind.LOGIN_TOKEN, Optional.of("ann"), Claims.of(claims), accessRules);
    }

    /** RTC for anybody in these channels. */
    static Rule rtcIn(String... channels) {
        return Rule.of("rtc", List.of(ServiceType.RTC)).withChannels(channels).withUsers(UserRule.ANYBODY);
    }

    /** RTC in every channel for these users. */
    static Rule rtcFor(UserRule users) {
        return Rule.of("rtc", List.of(ServiceType.RTC)).withChannels("*").withUsers(users);
    }

    /** Services for any user and channel, but nothing broad. */
    static Rule anyNamed(ServiceType... services) {
        return Rule.of("named", List.of(services)).withChannels("*").withUsers(UserRule.ANYBODY);
    }

    static Service publisherIn(String channel) {
        return Rtc.publisher(ChannelName.of(channel), NUMBER);
    }

    static Service subscriberIn(String channel) {
        return Rtc.subscriber(ChannelName.of(channel), NUMBER);
    }

    static Service publisherAs(User user) {
        return Rtc.publisher(ChannelName.of("testing"), user);
    }

    static TokenRequest requestFor(Service... services) {
        return TokenRequest.forServices(List.of(services));
    }
}
