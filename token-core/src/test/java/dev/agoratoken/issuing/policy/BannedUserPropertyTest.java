package dev.agoratoken.issuing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.issuing.policy.ban.BannedException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerAuthenticator;
import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.verify.Verdict;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is banned and requested: no issued token is accepted where the banned user tries it. The verifier, which
 * knows nothing of bans, reads the token back. Made-up cases of a fixed seed over few names, so that they meet often.
 */
@Tag("slow")
class BannedUserPropertyTest {
    private static final int CASES = 6000;
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Projects PROJECTS =
            Projects.of(List.of(Project.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")));
    private static final List<String> CHANNELS = List.of("a", "aa", "ab", "b");
    private static final List<String> USERS = List.of("1", "11", "12", "a1", "a");

    private final Random random = new Random(20261128);
    private final Verifier verifier = new Verifier(PROJECTS, CLOCK);

    @Test
    void noIssuedTokenIsAcceptedForTheBannedUser() {
        int issued = 0;
        int useful = 0;
        for (int i = 0; i < CASES; i++) {
            BanTarget target = target();
            TokenRequest request = TokenRequest.forServices(List.of(service()))
                    .withFormat(random.nextInt(4) == 0 ? TokenFormat.V006 : TokenFormat.V007);
            Optional<String> token = issue(BanIndex.EMPTY, request);
            if (token.isEmpty()) {
                continue;
            }
            boolean usable = attempts(target).anyMatch(attempt -> accepts(token.get(), attempt));
            boolean banned = isBanned(target, request);
            assertThat(usable && !banned)
                    .as("%s may use a token for %s", target, request)
                    .isFalse();
            issued += banned ? 0 : 1;
            useful += usable ? 1 : 0;
        }
        assertThat(issued).isGreaterThan(CASES / 10);
        assertThat(useful).isGreaterThan(CASES / 10);
    }

    private boolean isBanned(BanTarget target, TokenRequest request) {
        Ban ban = new Ban(
                BanId.of("a"),
                ProjectName.of("default"),
                target,
                Optional.empty(),
                "ops",
                NOW,
                NOW.plusSeconds(60),
                AgoraRemoval.NOT_CONFIGURED);
        try {
            issue(BanIndex.of(List.of(ban)), request);
            return false;
        } catch (BannedException e) {
            return true;
        }
    }

    /** Empty if the format cannot contain the request. */
    private static Optional<String> issue(BanIndex bans, TokenRequest request) {
        AuthorizingIssuer issuer = new AuthorizingIssuer(
                CallerAuthenticator.OPEN,
                new TokenIssuer(PROJECTS, IssuingDefaults.STANDARD, CLOCK, () -> Salt.of(7)),
                (caller, limit) -> {
                    throw new AssertionError("no caller here has a limit");
                },
                BanChecker.of(() -> bans, CLOCK),
                AuditPolicy.NONE);
        try {
            return Optional.of(issuer.issue(Caller.OPEN, request, RequestId.of("r"))
                    .issued()
                    .text());
        } catch (InvalidValueException notIn006) {
            return Optional.empty();
        }
    }

    /** What the banned user tries: with its names, in the banned channel or in any. */
    private static Stream<Expectation> attempts(BanTarget target) {
        if (target.userId().isPresent()) {
            Expectation login =
                    Expectation.NONE.withUserId(target.userId().get().value());
            return target.channel().isPresent()
                    ? Stream.empty()
                    : Stream.of(login.withPurpose(Purpose.RTM_LOGIN), login.withPurpose(Purpose.CHAT_USER));
        }
        List<String> channels =
                target.channel().map(channel -> List.of(channel.value())).orElse(CHANNELS);
        return channels.stream().flatMap(channel -> users(target).map(user -> join(channel, user)));
    }

    private static Stream<ExpectedUser> users(BanTarget target) {
        return target.namesUser()
                ? Stream.concat(
                        target.uid().map(uid -> ExpectedUser.number(uid.number())).stream(),
                        target.account().map(account -> ExpectedUser.account(account.value())).stream())
                : USERS.stream().map(ExpectedUser::account);
    }

    private static Expectation join(String channel, ExpectedUser user) {
        return Expectation.NONE.withChannel(channel).withUser(user).withPurpose(Purpose.JOIN);
    }

    private boolean accepts(String token, Expectation attempt) {
        return verifier.verify(VerificationRequest.of(token).expecting(attempt)).verdict() == Verdict.ACCEPTED;
    }

    private BanTarget target() {
        BanTarget user = switch (random.nextInt(5)) {
            case 0, 1 -> BanTarget.of(UserAccount.of(oneOf(USERS)));
            case 2, 3 -> BanTarget.of(UserId.of(List.of(1, 11, 12).get(random.nextInt(3))));
            default -> BanTarget.of(RtmUserId.of(oneOf(USERS)));
        };
        return switch (random.nextInt(3)) {
            case 0 -> BanTarget.of(ChannelName.of(oneOf(CHANNELS)));
            case 1 -> user;
            default -> user.in(ChannelName.of(oneOf(CHANNELS)));
        };
    }

    private Service service() {
        return switch (random.nextInt(6)) {
            case 0 -> Rtm.login(RtmUserId.of(oneOf(USERS)));
            case 1 -> Chat.user(ChatUserId.of(oneOf(USERS)));
            default -> Rtc.publisher(channel(), user());
        };
    }

    private Channel channel() {
        return random.nextInt(4) == 0
                ? ChannelPattern.of(oneOf(List.of("*", "a*", "*b")))
                : ChannelName.of(oneOf(CHANNELS));
    }

    private User user() {
        return switch (random.nextInt(5)) {
            case 0 -> AnyUser.ANY_USER;
            case 1 -> UserPattern.of(oneOf(List.of("*", "1*", "a*", "*2")));
            case 2 -> UserId.of(List.of(1, 11, 12).get(random.nextInt(3)));
            default -> UserAccount.of(oneOf(USERS));
        };
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
