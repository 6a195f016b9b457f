package dev.agoratoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.agoratoken.http.ApiDocument.Operation;
import dev.agoratoken.http.ApiDocument.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The server does what {@code openapi.json} says, and nothing else. */
@Tag("slow")
class ApiContractTest {
    private static final ApiDocument DOCUMENT = new ApiDocument();

    /** Headers that say something beyond the body; those of caches and of other origins are the same everywhere. */
    private static final List<String> TELLING = List.of(
            "X-Request-Id",
            "Token-Lifetime-Capped",
            "Warning",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "Retry-After",
            "WWW-Authenticate",
            "Allow",
            "ETag");

    private static final String NO_BODY = " without a body";

    private static final Map<Situation, HttpFixture> SERVERS = new EnumMap<>(Situation.class);

    @BeforeAll
    static void start() {
        for (Situation situation : Situation.values()) {
            SERVERS.put(situation, situation.serve());
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(HttpFixture::close);
        SERVERS.clear();
    }

    static List<Operation> operations() {
        return DOCUMENT.operations();
    }

    /** A method that no route has is answered with those that the routes of the path do have. */
    @ParameterizedTest
    @MethodSource("operations")
    void allowsTheDescribedMethodsOfAPathAndNoOthers(Operation operation) {
        Set<String> described = operations().stream()
                .filter(other -> other.path().equals(operation.path()))
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        described.add("OPTIONS");
        if (described.contains("GET")) {
            described.add("HEAD");
        }
        String target = Provocation.examples(operation).get(0).target();

        Answer answer = SERVERS.get(Situation.OPEN).send("PATCH", target, Map.of(), null);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", ")).containsExactlyInAnyOrderElementsOf(described);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersInEveryDescribedWayAndInNoOther(Operation operation) {
        Set<String> seen = new TreeSet<>();
        for (Provocation provocation : Provocation.of(operation)) {
            Answer answer = provocation.sendTo(SERVERS);
            seen.add(check(operation, provocation, answer));
            if (answer.header("ETag") != null) {
                Provocation again = provocation.with("If-None-Match", answer.header("ETag"));
                seen.add(check(operation, again, again.sendTo(SERVERS)));
            }
        }

        assertThat(seen).isEqualTo(described(operation));
    }

    /** Each status with each type of body. */
    private static Set<String> described(Operation operation) {
        Set<String> described = new TreeSet<>();
        operation.responses().node().fieldNames().forEachRemaining(status -> {
            Place content = operation.responses().child(status).child("content");
            content.node().fieldNames().forEachRemaining(type -> described.add(status + " " + type));
            if (content.node().isMissingNode()) {
                described.add(status + NO_BODY);
            }
        });
        return described;
    }

    private static String check(Operation operation, Provocation provocation, Answer answer) {
        String status = provocation.unrouted() ? "default" : Integer.toString(answer.status());
        assertThat(operation.responses().has(status))
                .as(provocation + ": " + answer.status() + " is described; " + answer.body())
                .isTrue();
        Place response = operation.responses().child(status);
        checkHeaders(response, answer, provocation);
        if (!answer.body().isEmpty()) {
            Place media = response.child("content").child(answer.contentType());
            assertThat(media.has("schema"))
                    .as(provocation + ": " + answer.status() + " " + answer.contentType() + " is described")
                    .isTrue();
            assertThat(DOCUMENT.errors(media.child("schema"), value(answer)))
                    .as(provocation + ": " + answer.body())
                    .isEmpty();
        }
        return answer.body().isEmpty() ? status + NO_BODY : status + " " + answer.contentType();
    }

    private static JsonNode value(Answer answer) {
        return answer.contentType().endsWith("json")
                ? ApiDocument.parse(answer.body())
                : TextNode.valueOf(answer.body());
    }

    private static void checkHeaders(Place response, Answer answer, Provocation provocation) {
        Place headers = response.child("headers");
        for (String name : TELLING) {
            String value = answer.header(name);
            String said = provocation + ": " + answer.status() + " " + name + ": " + value;
            if (value == null) {
                assertThat(headers.child(name).node().path("required").asBoolean())
                        .as(said)
                        .isFalse();
            } else {
                assertThat(headers.has(name)).as(said).isTrue();
                Place schema = headers.child(name).child("schema");
                JsonNode read = schema.text("type").equals("integer")
                        ? LongNode.valueOf(Long.parseLong(value))
                        : TextNode.valueOf(value);
                assertThat(DOCUMENT.errors(schema, read)).as(said).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersTheExamplesWithTheExamples(Operation operation) {
        for (Provocation example : Provocation.examples(operation)) {
            Answer answer = example.sendTo(SERVERS);
            assertThat(answer.status()).as(example + ": " + answer.body()).isIn(200, 201, 204);
            JsonNode shown = operation
                    .responses()
                    .child(Integer.toString(answer.status()))
                    .child("content")
                    .child(String.valueOf(answer.contentType()))
                    .examples()
                    .get(example.example());
            // The version of a test is no version, and the uid of an agent is random.
            if (shown != null && !List.of("/version", "/get_config").contains(operation.path())) {
                assertThat(ApiDocument.parse(answer.body()))
                        .as(example.toString())
                        .isEqualTo(shown);
            }
        }
    }

    @Test
    void showsAnAnswerToEveryExampleOfARequest() {
        for (Operation operation : operations()) {
            if (operation.place().has("requestBody")) {
                Place responses = operation.responses();
                Place success = responses.child(responses.has("201") ? "201" : "200");
                assertThat(success.child("content").child("application/json").examples())
                        .containsOnlyKeys(operation.requestExamples().keySet().toArray(String[]::new));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/tokens|{'services':[{'type':'rtc','channel':'c','uid':4294967295,'role':'audience'}]}|true",
                "/v1/tokens|{'services':[{'type':'rtc','channel':'c','uid':4294967296}]}|false",
                "/v1/tokens|{'services':[{'type':'rtc','channel':'c','uid':0}]}|false",
                "/v1/tokens|{'services':[{'type':'rtc','channel':'c','uid':'1'}]}|false",
                "/v1/tokens|{'services':[{'type':'rtc','channel':'c','uid':1,'account':'a'}]}|false",
                "/v1/tokens|{'services':[{'type':'rtc','channel':'','uid':1}]}|false",
                "/v1/tokens|{'services':[{'type':'rtc','uid':1}]}|false",
                "/v1/tokens|{'services':[{'type':'rtc','channel':'c','uid':1,'role':'boss'}]}|false",
                "/v1/tokens|{'services':[{'type':'rtc','channel':'c','uid':1,'role':'host','privileges':{'joinChannel':1}}]}|false",
                "/v1/tokens|{'services':[{'type':'rtc','channel':'c','uid':1,'privileges':{}}]}|false",
                "/v1/tokens|{'services':[{'type':'rtc','channel':'c','uid':1,'privileges':{'login':1}}]}|false",
                "/v1/tokens|{'services':[{'type':'rtm','userId':'u','privileges':{'login':1}}]}|true",
                "/v1/tokens|{'services':[{'type':'rtm','userId':'u','channel':'c'}]}|false",
                "/v1/tokens|{'services':[{'type':'streaming','channel':'c','uid':1}]}|false",
                "/v1/tokens|{'services':[{'type':'fcdn','channel':'c','uid':1,'privileges':{'publish':1,'play':1}}]}|true",
                "/v1/tokens|{'services':[{'type':'chat','userId':'u','privileges':{'user':1,'app':1}}]}|true",
                "/v1/tokens|{'services':[{'type':'chat','userId':'u','app':true}]}|false",
                "/v1/tokens|{'services':[{'type':'apaas'}]}|true",
                "/v1/tokens|{'services':[{'type':'apaas','userUuid':'u','privileges':{'user':1}}]}|true",
                "/v1/tokens|{'services':[{'type':'apaas','roomUuid':'r','userUuid':'u','role':32768}]}|false",
                "/v1/tokens|{'services':[{'type':'rtm2','userId':'u','permissions':{'users':{'read':['a'],'write':[]}}}]}|true",
                "/v1/tokens|{'services':[{'type':'rtm2','userId':'u','permissions':{'rooms':{}}}]}|false",
                "/v1/tokens|{'services':[{'type':'fpa','privileges':{'login':60}}]}|true",
                "/v1/tokens|{'services':[{'type':'stt','privileges':{'login':60}}]}|false",
                "/v1/tokens|{'services':[{'type':'tv'}]}|false",
                "/v1/tokens|{'services':[]}|false",
                "/v1/tokens|{'expiresIn':86400,'services':[{'type':'stt'}]}|true",
                "/v1/tokens|{'expiresIn':86401,'services':[{'type':'stt'}]}|false",
                "/v1/tokens|{'expiresIn':1.5,'services':[{'type':'stt'}]}|false",
                "/v1/tokens|{'format':'005','services':[{'type':'stt'}]}|false",
                "/v1/tokens|{'wildcards':'yes','services':[{'type':'stt'}]}|false",
                "/v1/tokens|{'expire':60,'services':[{'type':'stt'}]}|false",
                "/v1/tokens/inspect|{'token':''}|true",
                "/v1/tokens/inspect|{'token':'007','at':'2026-11-24T12:00:00Z'}|false",
                "/v1/tokens/verify|{'token':'007','expect':{'uid':0,'purpose':'rtmLogin'},'skew':86400}|true",
                "/v1/tokens/verify|{'token':'007','expect':{'uid':1,'anyUser':true}}|false",
                "/v1/tokens/verify|{'token':'007','expect':{'purpose':'dance'}}|false",
                "/v1/tokens/verify|{'token':'007','expect':{'appId':'12'}}|false",
                "/v1/tokens/verify|{'token':'007','at':'noon'}|false",
                "/v1/tokens/verify|{'token':'007','skew':-1}|false",
                "/v1/tokens/verify|{'expect':{}}|false",
            })
    void takesTheRequestsThatTheirSchemasTake(String path, String body, boolean good) {
        String json = body.replace('\'', '"');
        Operation operation = operations().stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst()
                .orElseThrow();
        Answer answer =
                SERVERS.get(Situation.OPEN).send("POST", path, Map.of("Content-Type", "application/json"), json);

        assertThat(answer.status() < 300).as(answer.body()).isEqualTo(good);
        assertThat(DOCUMENT.errors(operation.requestBody().child("schema"), ApiDocument.parse(json)))
                .matches(errors -> errors.isEmpty() == good);
    }
}
