package dev.agoratoken.issuing.policy;

import static dev.agoratoken.issuing.policy.PolicyFixture.ACCOUNT;
import static dev.agoratoken.issuing.policy.PolicyFixture.NUMBER;
import static dev.agoratoken.issuing.policy.PolicyFixture.POLICY;
import static dev.agoratoken.issuing.policy.PolicyFixture.anyNamed;
import static dev.agoratoken.issuing.policy.PolicyFixture.caller;
import static dev.agoratoken.issuing.policy.PolicyFixture.publisherAs;
import static dev.agoratoken.issuing.policy.PolicyFixture.publisherIn;
import static dev.agoratoken.issuing.policy.PolicyFixture.requestFor;
import static dev.agoratoken.issuing.policy.PolicyFixture.rtcFor;
import static dev.agoratoken.issuing.policy.PolicyFixture.rtcIn;
import static dev.agoratoken.issuing.policy.PolicyFixture.subscriberIn;
import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Authorization;
import dev.agoratoken.issuing.policy.rule.BroadPermission;
import dev.agoratoken.issuing.policy.rule.NamePattern;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.RoomRole;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {
    private static final Rtm RTM = Rtm.login(RtmUserId.of("ann"));

    @Test
    void allowsWhatARuleCovers() {
        Authorization authorization = POLICY.authorize(caller(rtcIn("class-*")), requestFor(publisherIn("class-1")));

        assertThat(authorization.rules()).containsExactly("rtc");
        assertThat(authorization.request())
                .isEqualTo(requestFor(publisherIn("class-1")).withLifetime(Lifetime.ofSeconds(3600)));
    }

    @Test
    void allowsTheOpenCallerEverything() {
        for (Service service : List.of(
                Rtc.publisher(ChannelPattern.of("*"), AnyUser.ANY_USER),
                Chat.app(),
                Apaas.app(),
                Fpa.login(),
                Rtm2.login(RtmUserId.of("ann"), permissions(ResourceType.USERS, ResourceName.matching("*"))))) {
            TokenRequest request =
                    requestFor(service).withProject(ProjectName.of("any")).withLifetime(Lifetime.MAX);
            assertThat(POLICY.authorize(Caller.OPEN, request).request()).isEqualTo(request);
        }
    }

    @Test
    void allowsNothingWithoutRules() {
        assertRefused(caller(), requestFor(publisherIn("class-1")), "services[0].type");
    }

    @Test
    void refusesOtherServices() {
        assertRefused(caller(rtcIn("*")), requestFor(RTM), "services[0].type");
    }

    @Test
    void wantsEveryServiceCovered() {
        Caller caller = caller(rtcIn("class-*"), anyNamed(ServiceType.RTM));

        assertThat(POLICY.authorize(caller, requestFor(publisherIn("class-1"), RTM))
                        .rules())
                .containsExactly("rtc", "named");
        assertRefused(caller, requestFor(RTM, publisherIn("staff-1")), "services[1].channel");
    }

    @Test
    void wantsEachServiceCoveredByOneRuleWhole() {
        Rule publishersIn1 = rtcIn("one");
        Rule subscribersIn2 = rtcIn("two").withPrivileges(ServiceType.RTC, Set.of(Rtc.Privilege.JOIN_CHANNEL));
        Caller caller = caller(publishersIn1, subscribersIn2);

        assertAllowed(caller, requestFor(publisherIn("one")));
        assertAllowed(caller, requestFor(subscriberIn("two")));
        assertRefused(caller, requestFor(publisherIn("two")), "services[0].privileges");
    }

    @Test
    void takesNoPrivilegesThatTheServiceOfARuleDoesNotHave() {
        Set<Rtm.Privilege> login = Set.of(Rtm.Privilege.LOGIN);

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> rtcIn("*").withPrivileges(ServiceType.RTM, login))
                .returns("service", InvalidValueException::field)
                .satisfies(e -> verify("privileges for a service that the rule does not have", e.getMessage()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> rtcIn("*").withPrivileges(ServiceType.RTC, login))
                .returns("privileges", InvalidValueException::field)
                .satisfies(e -> verify("privileges of another service", e.getMessage()));
    }

    @Test
    void refusesOtherProjectsWhetherTheyExistOrNot() {
        Caller caller = caller(rtcIn("*").withProjects(Set.of(ProjectName.of("one"))));
        TokenRequest request = requestFor(publisherIn("class-1"));

        assertAllowed(caller, request.withProject(ProjectName.of("one")));
        assertRefused(caller, request.withProject(ProjectName.of("two")), "project");
        assertRefused(caller, request, "project");
    }

    @Test
    void refusesOtherFormats() {
        Caller caller = caller(rtcIn("*").withFormats(Set.of(TokenFormat.V007)));

        assertAllowed(caller, requestFor(publisherIn("class-1")));
        assertRefused(caller, requestFor(publisherIn("class-1")).withFormat(TokenFormat.V006), "format");
    }

    @Test
    void allowsFormat006OnlyWhereARuleNamesIt() {
        TokenRequest request = requestFor(publisherIn("class-1")).withFormat(TokenFormat.V006);

        assertRefused(caller(rtcIn("*")), request, "format").satisfies(e -> verify("format 006", e.getMessage()));
        assertAllowed(caller(rtcIn("*").withFormats(Set.of(TokenFormat.V006))), request);
        assertRefused(
                caller(rtcIn("*").withFormats(Set.of(TokenFormat.V006))),
                request.withFormat(TokenFormat.V007),
                "format");
    }

    @Test
    void knowsRulesWhoseLimitsFormat006Undoes() {
        Set<TokenFormat> old = Set.of(TokenFormat.V006);

        assertThat(rtcIn("class-*").isBypassableIn006()).isFalse();
        assertThat(rtcIn("class-*").withFormats(old).isBypassableIn006()).isTrue();
        assertThat(rtcIn("*").withFormats(old).isBypassableIn006()).isTrue();
        assertThat(rtcIn("*")
                        .withBroadPermissions(Set.of(BroadPermission.ANY_USER))
                        .withFormats(old)
                        .isBypassableIn006())
                .isFalse();
        assertThat(anyNamed(ServiceType.RTM).withFormats(old).isBypassableIn006())
                .isFalse();
        assertThat(anyNamed(ServiceType.RTM)
                        .withUsers(UserRule.ofName("ann"))
                        .withFormats(old)
                        .isBypassableIn006())
                .isTrue();
        assertThat(Rule.everything("all").isBypassableIn006()).isFalse();
    }

    @Test
    void refusesLongerLifetimes() {
        Caller caller = caller(rtcIn("*").withMaxLifetime(Lifetime.ofSeconds(600)));
        TokenRequest request = requestFor(publisherIn("class-1"));

        assertAllowed(caller, request.withLifetime(Lifetime.ofSeconds(600)));
        assertRefused(caller, request.withLifetime(Lifetime.ofSeconds(601)), "lifetime");
    }

    @Test
    void givesTheRulesLifetimeWhereNoneIsAskedFor() {
        Rule short1 = rtcIn("*").withMaxLifetime(Lifetime.ofSeconds(600));
        Rule shorter = anyNamed(ServiceType.RTM).withMaxLifetime(Lifetime.ofSeconds(60));

        assertThat(lifetime(caller(short1), publisherIn("a"))).isEqualTo(600);
        assertThat(lifetime(caller(short1, shorter), publisherIn("a"), RTM)).isEqualTo(60);
    }

    @Test
    void givesTheUsualLifetimeWhereTheRuleAllowsMore() {
        assertThat(lifetime(caller(rtcIn("*").withMaxLifetime(Lifetime.MAX)), publisherIn("a")))
                .isEqualTo(3600);
        assertThat(lifetime(caller(rtcIn("*")), publisherIn("a"))).isEqualTo(3600);
    }

    @Test
    void saysWhichPrivilegeOutlivesTheLifetimeThatItGives() {
        Caller caller = caller(rtcIn("*").withMaxLifetime(Lifetime.ofSeconds(600)), anyNamed(ServiceType.RTM));
        Rtm login = Rtm.login(RtmUserId.of("ann"), PrivilegeExpiry.after(Lifetime.ofSeconds(900)));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> POLICY.authorize(caller, requestFor(publisherIn("a"), login)))
                .returns("services[1].privileges.login", InvalidValueException::field)
                .satisfies(e -> verify("privilege that outlives the lifetime of the rule", e.getMessage()));
        assertAllowed(caller(anyNamed(ServiceType.RTM)), requestFor(login));
    }

    private static long lifetime(Caller caller, Service... services) {
        return POLICY.authorize(caller, requestFor(services))
                .request()
                .lifetime()
                .orElseThrow()
                .seconds();
    }

    @Test
    void saysWhatItRefusedAndNothingAboutOtherRules() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> POLICY.authorize(caller(rtcIn("secret-*")), requestFor(RTM, publisherIn("class-1"))))
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> POLICY.authorize(caller(rtcIn("secret-*")), requestFor(publisherIn("class-1"))))
                .satisfies(refusal -> {
                    verify("channel without a rule", refusal.getMessage());
                    assertThat(refusal.code()).isEqualTo("not_allowed");
                    assertThat(refusal.path()).isEqualTo("services[0].channel");
                });
    }

    @Nested
    class Channels {
        @ParameterizedTest
        @ValueSource(strings = {"Class-1", "CLASS-1", "class", "xclass-1"})
        void areCaseSensitiveAndMatchWhole(String channel) {
            assertRefused(caller(rtcIn("class-*")), requestFor(publisherIn(channel)), "services[0].channel");
        }

        @Test
        void areNamedByClaims() {
            Caller caller = caller(Map.of("school", "west"), rtcIn("class-${claims.school}-*"));

            assertAllowed(caller, requestFor(publisherIn("class-west-1")));
            assertRefused(caller, requestFor(publisherIn("class-East-1")), "services[0].channel");
            assertRefused(caller, requestFor(publisherIn("class-West-1")), "services[0].channel");
        }

        @ParameterizedTest
        @ValueSource(strings = {"*", "we*t", ""})
        void areNotNamedByClaimsThatAreNoName(String school) {
            Caller caller = caller(Map.of("school", school), rtcIn("class-${claims.school}-*"));

            assertRefused(caller, requestFor(publisherIn("class-west-1")), "services[0].channel")
                    .satisfies(e -> verify("claim " + school, e.getMessage()));
        }

        @Test
        void areNotNamedByMissingClaimsOrLists() {
            Rule rule = rtcIn("class-${claims.school}-*");

            assertRefused(caller(rule), requestFor(publisherIn("class--1")), "services[0].channel")
                    .satisfies(e -> verify("missing claim", e.getMessage()));
            assertRefused(
                            caller(Map.of("school", List.of("west")), rule),
                            requestFor(publisherIn("class-west-1")),
                            "services[0].channel")
                    .satisfies(e -> verify("claim that is a list", e.getMessage()));
        }

        @Test
        void areNotThoseOfAnotherClaimThatBeginsLikewise() {
            Rule rule = rtcIn("class-${claims.school}-*");

            assertAllowed(caller(Map.of("school", "north"), rule), requestFor(publisherIn("class-north-1")));
            assertRefused(
                            caller(Map.of("school", "north-1"), rule),
                            requestFor(publisherIn("class-north-1-math")),
                            "services[0].channel")
                    .satisfies(e -> verify("claim that holds its terminator", e.getMessage()));
        }

        @Test
        void areNotNamedByClaimsInsideClaims() {
            Caller caller = caller(Map.of("school", "${claims.admin}", "admin", "all"), rtcIn("${claims.school}"));

            assertRefused(caller, requestFor(publisherIn("all")), "services[0].channel");
            assertAllowed(caller, requestFor(publisherIn("${claims.admin}")));
        }

        @Test
        void areNeverNamedByClaimsWithASlash() {
            Caller caller = caller(Map.of("school", "west/../east"), rtcIn("class-${claims.school}-*"));

            assertRefused(caller, requestFor(publisherIn("class-west-1")), "services[0].channel");
            assertRefused(caller, requestFor(publisherIn("class-east-1")), "services[0].channel");
        }

        @Test
        void ofClassroomsAndPermissionsAreHeldToTheSameRules() {
            Rule rule = Rule.of("class", List.of(ServiceType.APAAS, ServiceType.RTM2))
                    .withChannels("class-*")
                    .withUsers(UserRule.ANYBODY);
            Service inside = Apaas.roomUser(ApaasUuid.of("class-1"), ApaasUuid.of("ann"), RoomRole.of(1));
            Service outside = Apaas.roomUser(ApaasUuid.of("staff"), ApaasUuid.of("ann"), RoomRole.of(1));
            Service reading = rtm2(permissions(ResourceType.MESSAGE_CHANNELS, ResourceName.of("class-1")));
            Service prying = rtm2(permissions(ResourceType.MESSAGE_CHANNELS, ResourceName.of("staff")));

            assertAllowed(caller(rule), requestFor(inside, reading));
            assertRefused(caller(rule), requestFor(outside), "services[0].roomUuid");
            assertRefused(caller(rule), requestFor(prying), "services[0].permissions");
        }

        @Test
        void doNotCoverWhatReachesEveryOneOfThem() {
            Rule limited = everywhere("class-*");
            Rule unlimited = everywhere("*");
            Rule silent = everywhere();
            ApaasUuid ann = ApaasUuid.of("ann");
            Service actingInNamedRoom = new Apaas(
                    Optional.of(ApaasUuid.of("class-1")),
                    Optional.of(ann),
                    Optional.empty(),
                    GrantedPrivileges.of(EnumSet.of(Apaas.Privilege.USER), PrivilegeExpiry.WITH_TOKEN));
            for (Service service : List.of(Apaas.user(ann), Apaas.app(), actingInNamedRoom)) {
                assertRefused(caller(limited), requestFor(service), "services[0].roomUuid")
                        .satisfies(e -> verify("every room", e.getMessage()));
                assertAllowed(caller(unlimited), requestFor(service));
            }
            assertRefused(caller(rtcIn("class-*")), requestFor(publisherIn("staff")), "services[0].channel")
                    .satisfies(e -> verify("one channel", e.getMessage()));
            assertAllowed(caller(silent), requestFor(Apaas.user(ann)));
            Service withoutPermissions = rtm2(Permissions.NONE);
            Service onUsersOnly = rtm2(permissions(ResourceType.USERS, ResourceName.of("bob")));
            for (Service service : List.of(withoutPermissions, onUsersOnly)) {
                assertRefused(caller(limited), requestFor(service), "services[0].permissions");
                assertAllowed(caller(unlimited), requestFor(service));
            }
        }

        @Test
        void areAllDeniedToWhatReachesADeniedOne() {
            AccessRules accessRules = AccessRules.allowing(everywhere("*"))
                    .denying(everywhere("staff-*").withBroadPermissions(Set.of()));

            for (Service service : List.of(Apaas.user(ApaasUuid.of("ann")), Apaas.app(), rtm2(Permissions.NONE))) {
                assertRefused(caller(Map.of(), accessRules), requestFor(service), "services[0].type");
            }
        }

        @Test
        void ofTheAppAreDeniedWhereOneUserIs() {
            Rule bob =
                    Rule.of("bob", List.of(ServiceType.APAAS, ServiceType.CHAT)).withUsers(UserRule.ofName("bob"));

            for (Service service : List.of(Apaas.app(), Chat.app())) {
                assertRefused(
                        caller(Map.of(), AccessRules.EVERYTHING.denying(bob)), requestFor(service), "services[0].type");
            }
        }

        @Test
        void areNoMatterToServicesWithoutThem() {
            Rule rule = Rule.of("class", List.of(ServiceType.RTM, ServiceType.CHAT, ServiceType.FPA))
                    .withChannels("class-*")
                    .withUsers(UserRule.ANYBODY);

            assertAllowed(
                    caller(rule),
                    requestFor(Rtm.login(RtmUserId.of("ann")), Chat.user(ChatUserId.of("ann")), Fpa.login()));
        }

        private Rule everywhere(String... channels) {
            return Rule.of("class", List.of(ServiceType.APAAS, ServiceType.RTM2))
                    .withChannels(channels)
                    .withUsers(UserRule.ANYBODY)
                    .withBroadPermissions(Set.of(BroadPermission.APAAS_APP));
        }
    }

    @Nested
    class Users {
        @Test
        void byNameAreAccountsAndUserIds() {
            Caller caller = caller(rtcFor(UserRule.ofName("ann")), named(ServiceType.RTM, UserRule.ofName("1234")));

            assertAllowed(caller, requestFor(publisherAs(UserAccount.of("ann")), Rtm.login(RtmUserId.of("1234"))));
            assertRefused(caller, requestFor(publisherAs(NUMBER)), "services[0].uid");
            assertRefused(caller, requestFor(Rtm.login(RtmUserId.of("ann"))), "services[0].userId");
        }

        @ParameterizedTest
        @ValueSource(strings = {"${claims.sub}", "1234", "*", "12*"})
        void byNameAreNoAccountsThatATokenHoldsAsItHoldsNumbers(String name) {
            Caller caller = caller(Map.of("sub", "1234"), rtcFor(UserRule.ofName(name)));

            assertRefused(caller, requestFor(publisherAs(ACCOUNT)), "services[0].account")
                    .satisfies(e -> verify("account of digits", e.getMessage()));
            assertRefused(caller, requestFor(publisherAs(NUMBER)), "services[0].uid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"01234", "0", "4294967296", "1234a"})
        void byNameAreAccountsThatNoNumberIsWrittenAs(String sub) {
            Caller caller = caller(Map.of("sub", sub), rtcFor(UserRule.ofName("${claims.sub}")));

            assertAllowed(caller, requestFor(publisherAs(UserAccount.of(sub))));
        }

        @Test
        void byNameAndNumberAreBoth() {
            NamePattern sub = NamePattern.parse("${claims.sub}");
            UserRule both = new UserRule(false, Optional.of(sub), Optional.of(sub));
            Caller caller = caller(Map.of("sub", "1234"), rtcFor(both));

            assertAllowed(caller, requestFor(publisherAs(ACCOUNT)));
            assertAllowed(caller, requestFor(publisherAs(NUMBER)));
        }

        @Test
        void byNumberAreUidsAndTheirDigitsWhereNumbersAreUnknown() {
            Caller caller =
                    caller(rtcFor(UserRule.ofNumber("1234")), named(ServiceType.RTM, UserRule.ofNumber("1234")));

            assertAllowed(caller, requestFor(publisherAs(NUMBER), Rtm.login(RtmUserId.of("1234"))));
            assertRefused(caller, requestFor(publisherAs(ACCOUNT)), "services[0].account");
            assertRefused(caller, requestFor(publisherAs(UserId.of(12345))), "services[0].uid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"${claims.a}-${claims.b}", "1${claims.a}", "${claims.a}0", "1*", "*", "01", "0"})
        void areNoNumberUnlessTheRuleSaysOneOrOneClaimAlone(String uid) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> UserRule.ofNumber(uid))
                    .returns("uid", InvalidValueException::field)
                    .satisfies(e -> verify("uid of a rule " + uid, e.getMessage()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"01234", "+1234", " 1234", "1234.0", "0", "4294967296", "ann", "1e3"})
        void areNoNumberUnlessTheClaimIsWrittenLikeOne(String sub) {
            Caller caller = caller(Map.of("sub", sub), rtcFor(UserRule.ofNumber("${claims.sub}")));

            assertRefused(caller, requestFor(publisherAs(NUMBER)), "services[0].uid");
        }

        @Test
        void areTheSameWhetherTheClaimIsANumberOrItsDigits() {
            for (Object sub : List.of("1234", 1234, 1234L)) {
                assertAllowed(
                        caller(Map.of("sub", sub), rtcFor(UserRule.ofNumber("${claims.sub}"))),
                        requestFor(publisherAs(NUMBER)));
                assertAllowed(
                        caller(Map.of("sub", sub), named(ServiceType.RTM, UserRule.ofName("${claims.sub}"))),
                        requestFor(Rtm.login(RtmUserId.of("1234"))));
            }
        }

        @Test
        void areOnlyThoseOfTheClaim() {
            Caller caller = caller(Map.of("sub", "ann"), rtcFor(UserRule.ofName("${claims.sub}")));

            assertAllowed(caller, requestFor(publisherAs(UserAccount.of("ann"))));
            assertRefused(caller, requestFor(publisherAs(UserAccount.of("Ann"))), "services[0].account");
            assertRefused(caller, requestFor(publisherAs(UserAccount.of("bob"))), "services[0].account");
            assertRefused(caller, requestFor(publisherAs(AnyUser.ANY_USER)), "services[0].anyUser");
        }

        @Test
        void areMissedRatherThanTakenForANumber() {
            assertRefused(
                            caller(rtcFor(UserRule.ofName("${claims.sub}"))),
                            requestFor(publisherAs(ACCOUNT)),
                            "services[0].account")
                    .satisfies(e -> verify("missing claim sub", e.getMessage()));
        }

        @Test
        void ofAMissingClaimAreNobody() {
            Map<String, Object> claims = new HashMap<>();
            claims.put("sub", null);

            assertRefused(
                            caller(claims, rtcFor(UserRule.ofName("${claims.sub}"))),
                            requestFor(publisherAs(UserAccount.of("null"))),
                            "services[0].account")
                    .satisfies(e -> verify("missing claim sub", e.getMessage()));
        }

        @Test
        void ofClassroomsAreThemselvesInChatToo() {
            ServiceType[] services = {ServiceType.APAAS, ServiceType.CHAT, ServiceType.RTM};
            Caller ann = caller(Map.of("sub", "ann"), anyNamed(services).withUsers(UserRule.ofName("${claims.sub}")));
            List<Service> classroom =
                    ServiceCombinations.apaasRoomUser(ApaasUuid.of("room"), ApaasUuid.of("ann"), RoomRole.of(2));

            assertAllowed(ann, TokenRequest.forServices(classroom));
            assertRefused(ann, requestFor(classroom.get(1)), "services[0].userId");
            assertRefused(
                    ann,
                    requestFor(classroom.get(2), Chat.user(ServiceCombinations.chatUserOf(ApaasUuid.of("bob")))),
                    "services[1].userId");
        }

        private Rule named(ServiceType service, UserRule users) {
            return Rule.of("users", List.of(service)).withUsers(users);
        }
    }

    /** What needs a rule that names it, however wide the rule is otherwise. */
    @Nested
    class Breadths {
        @Test
        void anyUser() {
            assertNeeds(BroadPermission.ANY_USER, publisherAs(AnyUser.ANY_USER), "anyUser");
        }

        @Test
        void channelPatterns() {
            assertNeeds(BroadPermission.WILDCARD_CHANNEL, Rtc.publisher(ChannelPattern.of("*"), NUMBER), "channel");
        }

        @Test
        void userPatterns() {
            assertNeeds(BroadPermission.WILDCARD_USER, publisherAs(UserPattern.of("guest-*")), "account");
        }

        @Test
        void chatAppTokens() {
            assertNeeds(BroadPermission.CHAT_APP, Chat.app(), "privileges");
        }

        @Test
        void apaasAppTokens() {
            assertNeeds(BroadPermission.APAAS_APP, Apaas.app(), "privileges");
        }

        @Test
        void permissionsForWhateverMatches() {
            Service rtm2 = rtm2(permissions(ResourceType.STREAM_CHANNELS, ResourceName.matching("a*")));

            assertNeeds(BroadPermission.WILDCARD_PERMISSION, rtm2, "permissions");
        }

        @Test
        void arePatternsThatTheRuleCoversWhole() {
            Caller caller = caller(rtcIn("class-*").withBroadPermissions(Set.of(BroadPermission.WILDCARD_CHANNEL)));

            assertAllowed(caller, requestFor(Rtc.publisher(ChannelPattern.of("class-1*"), NUMBER)));
            assertRefused(caller, requestFor(Rtc.publisher(ChannelPattern.of("c*"), NUMBER)), "services[0].channel");
            assertRefused(caller, requestFor(Rtc.publisher(ChannelPattern.of("*"), NUMBER)), "services[0].channel");
        }

        private void assertNeeds(BroadPermission broadPermission, Service service, String field) {
            Rule wide = anyNamed(service.type());

            assertRefused(caller(wide), requestFor(service), "services[0]." + field);
            assertAllowed(caller(wide.withBroadPermissions(Set.of(broadPermission))), requestFor(service));
        }
    }

    @Nested
    class DenyRules {
        @Test
        void win() {
            AccessRules accessRules = AccessRules.allowing(rtcIn("*")).denying(rtcIn("staff-*"));

            assertAllowed(caller(Map.of(), accessRules), requestFor(publisherIn("class-1")));
            assertDenied(accessRules, publisherIn("staff-1"));
        }

        @Test
        void winOverWhatReachesIntoThem() {
            AccessRules accessRules =
                    AccessRules.allowing(Rule.everything("all")).denying(rtcIn("staff-*"));

            assertDenied(accessRules, Rtc.publisher(ChannelPattern.of("*"), NUMBER));
            assertDenied(accessRules, Rtc.publisher(ChannelPattern.of("s*1"), NUMBER));
            assertAllowed(
                    caller(Map.of(), accessRules), requestFor(Rtc.publisher(ChannelPattern.of("class-*"), NUMBER)));
        }

        @Test
        void winOverNumbersAndAccountsAlikeBecauseATokenHoldsTheSameText() {
            for (UserRule banned : List.of(UserRule.ofName("1234"), UserRule.ofNumber("1234"))) {
                AccessRules accessRules =
                        AccessRules.allowing(Rule.everything("all")).denying(rtcFor(banned));

                assertDenied(accessRules, publisherAs(NUMBER));
                assertDenied(accessRules, publisherAs(ACCOUNT));
                assertDenied(accessRules, publisherAs(AnyUser.ANY_USER));
                assertDenied(accessRules, publisherAs(UserPattern.of("1*")));
                assertAllowed(caller(Map.of(), accessRules), requestFor(publisherAs(UserId.of(5))));
            }
        }

        @Test
        void mayDenyPrivilegesOnly() {
            Rule publishing = Rule.of("no video", List.of(ServiceType.RTC))
                    .withPrivileges(ServiceType.RTC, Set.of(Rtc.Privilege.PUBLISH_VIDEO_STREAM));
            AccessRules accessRules = AccessRules.allowing(rtcIn("*")).denying(publishing);

            assertDenied(accessRules, publisherIn("a"));
            assertAllowed(caller(Map.of(), accessRules), requestFor(subscriberIn("a")));
        }

        @Test
        void denyEverythingOfAServiceWhereTheySayNoMore() {
            AccessRules accessRules =
                    AccessRules.allowing(Rule.everything("all")).denying(Rule.of("no chat", List.of(ServiceType.CHAT)));

            assertDenied(accessRules, Chat.user(ChatUserId.of("ann")));
            assertDenied(accessRules, Chat.app());
            assertAllowed(caller(Map.of(), accessRules), requestFor(RTM));
        }

        @Test
        void mayDenyOneFormat() {
            AccessRules no006 = AccessRules.allowing(Rule.everything("all"))
                    .denying(rtcIn("a").withFormats(Set.of(TokenFormat.V006)));

            assertAllowed(caller(Map.of(), no006), requestFor(publisherIn("a")));
            assertRefused(
                    caller(Map.of(), no006),
                    requestFor(publisherIn("a")).withFormat(TokenFormat.V006),
                    "services[0].type");
        }

        @Test
        void applyWhereAClaimThatTheyNeedIsNotThere() {
            AccessRules accessRules = AccessRules.allowing(rtcIn("*")).denying(rtcIn("class-${claims.banned}-*"));

            assertDenied(accessRules, publisherIn("class-1"));
            assertAllowed(caller(Map.of("banned", "west"), accessRules), requestFor(publisherIn("class-east-1")));
        }

        @Test
        void mayDenyWhatIsBroad() {
            Rule anyUser =
                    Rule.of("no any", List.of(ServiceType.RTC)).withBroadPermissions(Set.of(BroadPermission.ANY_USER));
            AccessRules accessRules =
                    AccessRules.allowing(Rule.everything("all")).denying(anyUser);

            assertDenied(accessRules, Rtc.publisher(ChannelName.of("a"), AnyUser.ANY_USER));
            assertAllowed(caller(Map.of(), accessRules), requestFor(publisherIn("a")));
        }

        @Test
        void winOverWhatAHolderCouldMakeOfATokenOfFormat006() {
            AccessRules noStaff = AccessRules.allowing(Rule.everything("all")).denying(rtcIn("class-staff-*"));

            assertDeniedIn006(noStaff, Rtc.publisher(ChannelName.of("class-sta"), UserAccount.of("ff-1bob")));
            assertAllowed(
                    caller(Map.of(), noStaff),
                    requestFor(Rtc.publisher(ChannelName.of("class-sta"), UserAccount.of("ff-1bob"))));
            assertAllowed(
                    caller(Map.of(), noStaff),
                    requestFor(publisherIn("class-1")).withFormat(TokenFormat.V006));
        }

        @Test
        void winOverUsersThatAHolderCouldMakeOfATokenOfFormat006() {
            Rule ann = Rule.of("no ann", List.of(ServiceType.RTM)).withUsers(UserRule.ofName("ann"));
            Rule anyUser =
                    Rule.of("no any", List.of(ServiceType.RTC)).withBroadPermissions(Set.of(BroadPermission.ANY_USER));
            Rule lobby = rtcIn("lobby");
            AccessRules accessRules = AccessRules.allowing(Rule.everything("all"));

            assertDeniedIn006(accessRules.denying(ann), Rtm.login(RtmUserId.of("annabel")));
            assertDeniedIn006(accessRules.denying(anyUser), publisherIn("class-1"));
            assertDeniedIn006(accessRules.denying(lobby), Rtc.publisher(ChannelName.of("lob"), UserAccount.of("by")));
            assertAllowed(
                    caller(Map.of(), accessRules.denying(ann)),
                    requestFor(Rtm.login(RtmUserId.of("bob"))).withFormat(TokenFormat.V006));
        }

        @Test
        void leaveOtherUsersAndChannelsThatAHolderCouldMakeOfATokenOfFormat006() {
            Rule anyUser = rtcIn("lobby").withBroadPermissions(Set.of(BroadPermission.ANY_USER));
            Rule ann = rtcIn("lobby").withUsers(UserRule.ofName("ann"));
            Service endsInLobby = Rtc.publisher(ChannelName.of("lob"), UserAccount.of("by"));
            Service bobInLobby = Rtc.publisher(ChannelName.of("lob"), UserAccount.of("bybob"));

            for (Rule denied : List.of(anyUser, ann)) {
                AccessRules accessRules =
                        AccessRules.allowing(Rule.everything("all")).denying(denied);
                assertDeniedIn006(accessRules, endsInLobby);
                assertAllowed(
                        caller(Map.of(), accessRules), requestFor(bobInLobby).withFormat(TokenFormat.V006));
            }
        }

        @Test
        void winOverALoginToSignalingThatAHolderCouldMakeOfATokenOfFormat006() {
            AccessRules noLogin =
                    AccessRules.allowing(Rule.everything("all")).denying(Rule.of("no login", List.of(ServiceType.RTM)));
            ChannelName channel = ChannelName.of("c".repeat(60));

            assertDeniedIn006(noLogin, Rtc.publisher(channel, UserAccount.of("user")));
            // No user of Signaling has more than 64 characters.
            assertAllowed(
                    caller(Map.of(), noLogin),
                    requestFor(Rtc.publisher(channel, UserAccount.of("user5"))).withFormat(TokenFormat.V006));
        }

        private void assertDeniedIn006(AccessRules accessRules, Service service) {
            assertRefused(caller(Map.of(), accessRules), requestFor(service).withFormat(TokenFormat.V006), "format")
                    .satisfies(e -> verify("denied reinterpretation", e.getMessage()));
        }

        private void assertDenied(AccessRules accessRules, Service service) {
            assertRefused(caller(Map.of(), accessRules), requestFor(service), "services[0].type")
                    .satisfies(e -> verify("denied", e.getMessage()));
        }
    }

    private static Rtm2 rtm2(Permissions permissions) {
        return Rtm2.login(RtmUserId.of("ann"), permissions);
    }

    private static Permissions permissions(ResourceType resourceType, ResourceName name) {
        return Permissions.NONE.with(resourceType, AccessType.READ, List.of(name));
    }

    private static void assertAllowed(Caller caller, TokenRequest request) {
        assertThat(POLICY.authorize(caller, request).rules()).hasSameSizeAs(request.services());
    }

    private static ThrowableAssertAlternative<AccessDeniedException> assertRefused(
            Caller caller, TokenRequest request, String path) {
        return assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> POLICY.authorize(caller, request))
                .satisfies(refusal -> assertThat(refusal.path()).isEqualTo(path));
    }
}
