package dev.agoratoken.http.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.ServedTokenFixture;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.SaltSource;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.Decision;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of other token servers obey the rules of all compatible routes, each in its own shape. */
class OtherServersRoutesTest {
    private static final String OTHER_APP_ID = "970ca35de60c44645bbae8a215061b33";
    private static final String RTC = "{\"uid\":1,\"ChannelName\":\"c\",\"role\":1}";
    private static final String V1 = "{\"channelName\":\"c\",\"uid\":1,\"type\":1}";
    private static final String V2 = "{\"channelName\":\"c\",\"uid\":1,\"types\":[1,2]}";

    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, Object> claims(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return ServedTokenFixture.claims(token(answer));
    }

    private static String token(Answer answer) {
        Object data = answer.json().get("data");
        return (String) (data == null ? answer.json() : (Map<?, ?>) data).get("token");
    }

    /** The sentence of an error, whatever its shape. */
    private static String message(Answer answer) {
        Map<String, Object> body = answer.json();
        if (body.containsKey("token")) {
            assertThat(body)
                    .containsOnlyKeys("token", "code", "error")
                    .containsEntry("token", "")
                    .containsEntry("code", Integer.toString(answer.status()));
        } else if (body.containsKey("code")) {
            assertThat(body).containsOnlyKeys("code", "msg").containsEntry("code", answer.status());
            return (String) body.get("msg");
        } else {
            assertThat(body).containsOnlyKeys("error");
        }
        return (String) body.get("error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/fetch_rtc_token|{'uid':1}|channelName",
                "/fetch_rtc_token|{'ChannelName':'c'}|uid",
                "/fetch_rtc_token|{'uid':1,'ChannelName':'*'}|channelName",
                "/fetch_rtc_token|{'uid':'a*','ChannelName':'c'}|uid",
                "/fetch_rtc_token|{'uid':4294967296,'ChannelName':'c'}|uid",
                "/fetch_rtc_token|{'uid':'4294967296','ChannelName':'c'}|uid",
                "/fetch_rtc_token|{'uid':-1,'ChannelName':'c'}|uid",
                "/fetch_rtc_token|{'uid':1.0,'ChannelName':'c'}|uid",
                "/fetch_rtc_token|{'uid':1,'ChannelName':'c','role':0}|role",
                "/fetch_rtc_token|{'uid':1,'ChannelName':'c','role':'boss'}|role",
                "/fetch_rtc_token|{'uid':1,'ChannelName':'c','channelName':'d'}|channelName",
                "/fetch_rtc_token|{'uid':1,'uid':2,'ChannelName':'c'}|body",
                "/fetch_rtc_token|{'uid':1,'ChannelName':'undefined'}|channelName",
                "/fetch_rtc_token|{'uid':'NaN','ChannelName':'c'}|uid",
                "/fetch_rtc_token|{'uid':1,'ChannelName':12345}|channelName",
                "/fetch_rtc_token|[]|body",
                "/fetch_rtc_token|{|body",
                "/fetch_rtm_token|{}|uid",
                "/fetch_rtm_token|{'uid':'0'}|uid",
                "/fetch_rtm_token|{'uid':'null'}|uid",
                "/v1/token/generate|{'channelName':'c','uid':1}|type",
                "/v1/token/generate|{'channelName':'c','uid':1,'type':11}|type",
                "/v1/token/generate|{'channelName':'c','uid':1,'type':[]}|type",
                "/v1/token/generate|{'channelName':'c','uid':1,'type':'rtc'}|type",
                "/v1/token/generate|{'channelName':'c','type':1}|uid",
                "/v1/token/generate|{'channelName':'c','type':1,'uid':null}|uid",
                "/v1/token/generate|{'uid':1,'type':1}|channelName",
                "/v1/token/generate|{'channelName':'c','uid':0,'type':2}|uid",
                "/v1/token/generate|{'channelName':'c','uid':'Alice','type':5}|uid",
                "/v1/token/generate|{'uid':0,'type':7}|uid",
                "/v1/token/generate|{'channelName':'c','uid':1,'type':1,'expire':-1}|expire",
                "/v1/token/generate|{'channelName':'c','uid':1,'type':1,'expire':'60'}|expire",
                "/v1/token/generate|{'channelName':'c','uid':1,'type':1,'appId':'970ca35de60c44645bbae8a215061b33'}|appId",
                "/v1/token/generate|{'channelName':'c','uid':1,'type':1,'appId':'YOUR_APP_ID'}|appId",
                "/v2/token/generate|{'channelName':'','uid':1,'types':[1,2]}|channelName",
                "/v2/token/generate|{'channelName':'class-*','uid':1,'types':[1]}|channelName",
                "/v2/token/generate|{'channelName':'c','uid':1,'types':[1,null]}|types",
                "/v2/token/generate|{'channelName':'c','uid':'undefined','types':[1,2]}|uid"
            })
    void reportsInvalidBodiesInTheShapeOfTheRoute(String path, String body, String field) {
        Answer answer = server.post(path, body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(message(answer)).startsWith(field + ": ");
        ApprovedMessages.verify(path + " " + body, message(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "/access_token, channel",
        "/access_token?channel=, channel",
        "/access_token?channel=*&uid=1, channel",
        "/access_token?channel=a&channelName=b, channelName",
        "/access_token?channel=undefined, channel",
        "/access_token?channel=c&uid=4294967296, uid",
        "/access_token?channel=c&uid=NaN, uid",
        "/access_token?channel=c&role=boss, role",
        "/access_token?channel=c&expireTime=0, expireTime",
        "/access_token?channel=c&expireTime=60&expiry=61, expiry",
        "/access_token?channel=c&expireTime=abc, expireTime",
        "/access_token?channel=%zz, query",
        "/access_token?channel=a&channel=b, channel",
        "/access_token?channel=a&channel=&uid=1, channel",
        "/access_token?channel=a&uid=1&uid=2, uid",
        "/access_token?channel=a&expireTime=60&expireTime=61, expireTime",
        "/get_config?uid=1&uid=2, uid",
        "/api/generate-agora-token?channel=a&channel=b, channel",
        "/access_token?channel=c&format=005, format",
        "/api/generate-agora-token?uid=4294967296, uid",
        "/api/generate-agora-token?uid=alice, uid",
        "/api/generate-agora-token?channel=%5Bobject%20Object%5D, channel",
        "/api/generate-agora-token?channel=a*, channel",
        "/get_config?uid=1.5, uid",
        "/get_config?uid=null, uid",
        "/get_config?channel=caf%C3%A9, channel",
        "/get_config?format=006, services"
    })
    void reportsInvalidQueriesInTheShapeOfTheRoute(String target, String field) {
        Answer answer = server.get(target);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(message(answer)).startsWith(field + ": ");
        ApprovedMessages.verify(target, message(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|[{type=1, priv={1=3600, 2=3600, 3=3600, 4=3600}, ch=c, uid=7}]",
                "'1'|[{type=1, priv={1=3600, 2=3600, 3=3600, 4=3600}, ch=c, uid=7}]",
                "2|[{type=2, priv={1=3600}, user=7}]",
                "3|[{type=3, priv={1=3600, 2=3600}, ch=c, uid=7}]",
                "5|[{type=5, priv={1=3600}, user=7}]",
                "6|[{type=6, priv={1=3600, 2=3600}, ch=c, uid=7}]",
                "9|[{type=9, priv={}}]",
                "10|[{type=10, priv={}}]"
            })
    void makesServicesByTheirNumber(String type, String services) {
        Answer answer = server.post(
                "/v1/token/generate",
                "{'channelName':'c','uid':7,'type':TYPE}".replace("TYPE", type).replace('\'', '"'));

        assertThat(claims(answer).get("services")).hasToString(services);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 8})
    void makesServicesWithOtherFields(int type) {
        Answer answer = server.post("/v1/token/generate", "{\"uid\":7,\"type\":" + type + "}");

        assertThat(TokenCodec.read(token(answer)).content())
                .isInstanceOfSatisfying(
                        TokenContent.V007.class,
                        content -> assertThat(content.services())
                                .singleElement()
                                .satisfies(service ->
                                        assertThat(service.type().id()).isEqualTo(type)));
    }

    @Test
    void makesOneTokenForSeveralNumbersInAscendingOrder() {
        Answer answer = server.post("/v2/token/generate", "{\"channelName\":\"c\",\"uid\":7,\"types\":[9,2,1,2]}");

        assertThat(claims(answer).get("services").toString())
                .matches("\\[\\{type=1, .*}, \\{type=2, .*}, \\{type=9, .*}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/token/generate|{'channelName':'c','uid':1,'type':1,'expire':604800}",
                "/v2/token/generate|{'channelName':'c','uid':1,'types':[1,2],'expire':99999999999999999999}"
            })
    void cutsALifetimeAboveADay(String path, String body) {
        Answer answer = server.post(path, body.replace('\'', '"'));

        assertThat(answer.header("Token-Lifetime-Capped")).isEqualTo("86400");
        assertThat(claims(answer)).containsEntry("expire", 86400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/access_token?channel=c&expireTime=86401",
                "/access_token?channel=c&expiry=604800",
                "/api/generate-agora-token?expiry=604800",
                "/get_config?expiry=604800"
            })
    void cutsALifetimeAboveADayInAQuery(String target) {
        Answer answer = server.get(target);

        assertThat(answer.header("Token-Lifetime-Capped")).isEqualTo("86400");
        assertThat(claims(answer)).containsEntry("expire", 86400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fetch_rtc_token", "/fetch_rtm_token", "/v1/token/generate", "/v2/token/generate"})
    void rejectsBodiesAboveTheLimit(String path) {
        Answer answer = server.post(path, "{\"uid\":1,\"x\":\"" + "x".repeat(20_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(message(answer)).startsWith("body: ");
    }

    @Test
    void ignoresUnknownFieldsAndTheCaseOfNames() {
        assertThat(claims(server.post("/fetch_rtc_token", "{\"UID\":1,\"CHANNELNAME\":\"c\",\"x\":[{}],\"ts\":null}"))
                        .get("services"))
                .hasToString("[{type=1, priv={1=3600}, ch=c, uid=1}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/access_token?channel=c", "/api/generate-agora-token", "/get_config", "/get_config/"})
    void answersHeadWithoutABody(String target) {
        Answer answer = server.send("HEAD", target, Map.of(), null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, /fetch_rtc_token, 'POST, OPTIONS'", "POST, /get_config, 'GET, HEAD, OPTIONS'"})
    void namesTheMethodsOfARoute(String method, String target, String allowed) {
        Answer answer = server.send(method, target, Map.of(), null);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void countsItsRequestsUnderTheirRoutes() {
        server.post("/v1/token/generate/", V1);

        assertThat(server.get("/metrics").body())
                .contains(
                        "http_server_requests_seconds_count{method=\"POST\",route=\"/v1/token/generate\",status=\"200\"}");
    }

    @Test
    void warnsOfACertificateAndNeverRepeatsIt() {
        String certificate = "0123456789abcdef0123456789abcdef";
        String field = ",\"appCertificate\":\"" + certificate + "\"}";

        for (String body : List.of(RTC, V2.replace("types", "TYPES"))) {
            String path = body.equals(RTC) ? "/fetch_rtc_token" : "/v2/token/generate";
            Answer answer = server.post(path, body.substring(0, body.length() - 1) + field);
            assertThat(claims(answer)).containsEntry("sigok", true);
            assertThat(answer.header("Warning"))
                    .isEqualTo("299 - \"appCertificate is ignored; do not ship it in apps\"");
            assertThat(answer.body()).doesNotContain(certificate);
        }
        Answer failure = server.post("/v2/token/generate", "{\"types\":[1]" + field);
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.header("Warning")).contains("appCertificate");
        assertThat(failure.body()).doesNotContain(certificate);
        assertThat(server.post("/v2/token/generate", V2).headers()).doesNotContainKey("Warning");
        assertThat(server.post("/v1/token/generate", V1.substring(0, V1.length() - 1) + ",\"appCertificate\":\"\"}")
                        .headers())
                .doesNotContainKey("Warning");
    }

    @Test
    void saysThatSignalingIsLeftOutForAnyUser() {
        Answer answer = server.post("/v2/token/generate", "{\"channelName\":\"c\",\"uid\":0,\"types\":[1,2]}");

        assertThat(claims(answer).get("services"))
                .hasToString("[{type=1, priv={1=3600, 2=3600, 3=3600, 4=3600}, ch=c, uid=}]");
        assertThat(answer.header("Warning")).contains("uid 0 is any user");
    }

    @Test
    void selectsTheProjectOfAnAppId() {
        AppCertificate otherCertificate = AppCertificate.of("5cfd2fd1755d40ecb72977518be15d3b");
        Project other = new Project(ProjectName.of("other"), AppId.of(OTHER_APP_ID), List.of(otherCertificate));
        Project standard = Project.of(HttpFixture.APP_ID, "77be7e16f7482cef9fe796205b85831e");
        TokenIssuer issuer = new TokenIssuer(
                Projects.of(List.of(other, standard)),
                IssuingDefaults.STANDARD,
                InstantSource.fixed(HttpFixture.NOW),
                SaltSource.nonRepeating());

        try (HttpFixture both = HttpFixture.started(AuthorizingIssuer.open(issuer))) {
            String body = V1.substring(0, V1.length() - 1) + ",\"appId\":\"" + OTHER_APP_ID + "\"}";
            TokenCodec.DecodedToken token = TokenCodec.read(token(both.post("/v1/token/generate", body)));
            assertThat(token.content().appId().value()).isEqualTo(OTHER_APP_ID);
            assertThat(token.isSignedBy(otherCertificate)).isTrue();
            assertThat(claims(both.post("/v1/token/generate", V1))).containsEntry("sigok", true);
        }
    }

    @Test
    void doesNotTellStrangersWhichProjectsExist() {
        AuthorizingIssuer strict = new AuthorizingIssuer(
                credentials -> {
                    throw new AuthenticationException("there are none", "send 'X-Api-Key: …'");
                },
                HttpFixture.issuer(TokenFormat.V007),
                (caller, limit) -> {
                    throw new AssertionError("no caller has a limit");
                },
                BanChecker.NONE,
                AuditPolicy.NONE);

        try (HttpFixture guarded = HttpFixture.started(strict)) {
            for (String appId : List.of(OTHER_APP_ID, HttpFixture.APP_ID)) {
                Answer answer = guarded.post(
                        "/v1/token/generate", V1.substring(0, V1.length() - 1) + ",\"appId\":\"" + appId + "\"}");
                assertThat(answer.status()).isEqualTo(401);
                assertThat(message(answer)).startsWith("credentials: ");
                assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            }
        }
    }

    @Test
    void obeysTheRulesOfCallersAndWritesDecisionsDown() {
        List<Decision> decisions = new CopyOnWriteArrayList<>();
        Rule rule = Rule.of("calls", List.of(ServiceType.RTC))
                .withChannels("mine-*")
                .withUsers(UserRule.ANYBODY);
        Caller caller =
                new Caller("mobile", CallerKind.API_KEY, Optional.empty(), Claims.NONE, AccessRules.allowing(rule));
        AuthorizingIssuer issuer = new AuthorizingIssuer(
                credentials -> caller,
                HttpFixture.issuer(TokenFormat.V007),
                (asking, limit) -> {
                    throw new AssertionError("the caller has no limit");
                },
                BanChecker.NONE,
                new AuditPolicy(decisions::add, true));

        try (HttpFixture guarded = HttpFixture.started(issuer)) {
            assertThat(guarded.post("/fetch_rtc_token", RTC).status()).isEqualTo(403);
            assertThat(guarded.post("/fetch_rtc_token", RTC.replace("\"c\"", "\"mine-1\""))
                            .status())
                    .isEqualTo(200);
            Answer both = guarded.post("/v2/token/generate", V2.replace("\"c\"", "\"mine-1\""));
            assertThat(both.status()).isEqualTo(403);
            assertThat(message(both)).startsWith("services[1].type: ");
            assertThat(guarded.get("/get_config").status()).isEqualTo(403);
        }
        assertThat(decisions)
                .hasSize(4)
                .extracting(decision -> decision.getClass().getSimpleName())
                .containsExactly("Refused", "Issued", "Refused", "Refused");
    }

    @Test
    void makesBothKindsOfTokenWhateverTheFormatOfTheServer() {
        try (HttpFixture of2020 = HttpFixture.started(AllowedOrigins.NONE, TokenFormat.V006)) {
            assertThat(token(of2020.post("/fetch_rtc_token", RTC))).startsWith("006");
            assertThat(token(of2020.post("/v2/token/generate", V2))).startsWith("007");
            assertThat(token(of2020.get("/get_config"))).startsWith("007");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fetch_rtc_token",
                "/fetch_rtm_token",
                "/fetchToken",
                "/access_token",
                "/v1/token/generate",
                "/v2/token/generate",
                "/api/generate-agora-token",
                "/get_config"
            })
    void areTurnedOffAsAGroup(String path) {
        try (HttpFixture without = HttpFixture.withoutOtherServersRoutes()) {
            Answer answer = without.get(path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json()).containsEntry("status", 404);
            assertThat((String) answer.json().get("error")).doesNotContain("the nearest route is " + path);
            assertThat(without.post("/getToken", "{\"tokenType\":\"chat\"}").status())
                    .isEqualTo(200);
        }
    }
}
