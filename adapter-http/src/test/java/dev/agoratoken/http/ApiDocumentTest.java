package dev.agoratoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import dev.agoratoken.http.ApiDocument.Operation;
import dev.agoratoken.http.ApiDocument.Place;
import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.error.ProblemDetail;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.FindingCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document by itself; {@link ApiContractTest} compares it with the server. */
class ApiDocumentTest {
    private static final ApiDocument DOCUMENT = new ApiDocument();

    static List<Operation> operations() {
        return DOCUMENT.operations();
    }

    private static List<String> references() {
        return DOCUMENT.root().findValuesAsText("$ref");
    }

    private static List<String> listed(String pointer) {
        List<String> listed = new ArrayList<>();
        DOCUMENT.root().at(pointer).forEach(text -> listed.add(text.asText()));
        return listed;
    }

    private static <T> List<String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).toList();
    }

    @Test
    void isAnOpenApi31Document() {
        String official = ApiDocument.read("/openapi-3.1-schema.json").toString();
        String iri = ApiDocument.parse(official).get("$id").asText();

        assertThat(ApiDocument.registry(Map.of(iri, official))
                        .getSchema(SchemaLocation.of(iri))
                        .validate(DOCUMENT.root()))
                .isEmpty();
    }

    @Test
    void refersOnlyToWhatIsThere() {
        assertThat(references())
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void holdsNoComponentThatNothingRefersTo() {
        List<String> components = new ArrayList<>();
        for (String kind : List.of("schemas", "responses", "headers", "parameters")) {
            DOCUMENT.root()
                    .at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(name -> components.add("#/components/" + kind + "/" + name));
        }

        assertThat(new TreeSet<>(references())).isEqualTo(new TreeSet<>(components));
    }

    @Test
    void namesEachOperationOnce() {
        assertThat(operations())
                .extracting(operation -> operation.place().text("operationId"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describesTheVariablesOfAPath(Operation operation) {
        List<String> described = operation.parameters().stream()
                .filter(parameter -> parameter.text("in").equals("path"))
                .map(parameter -> "{" + parameter.text("name") + "}")
                .toList();

        assertThat(Stream.of(operation.path().split("/")).filter(part -> part.startsWith("{")))
                .containsExactlyElementsOf(described);
    }

    @Test
    void listsWhatTheProgramLists() {
        assertThat(listed("/components/schemas/ErrorCode/enum"))
                .isEqualTo(labels(ErrorCode.values(), ErrorCode::label));
        assertThat(listed("/components/schemas/FindingCode/enum"))
                .isEqualTo(labels(FindingCode.values(), FindingCode::label));
        assertThat(listed("/components/schemas/Expectation/properties/purpose/enum"))
                .isEqualTo(labels(Purpose.values(), Purpose::label));
    }

    @Test
    void showsNoExampleThatItsOwnSchemaRefuses() {
        List<Place> media = new ArrayList<>();
        for (Operation operation : operations()) {
            operation
                    .responses()
                    .children()
                    .forEach(response -> media.addAll(response.child("content").children()));
            if (operation.place().has("requestBody")) {
                media.add(operation.requestBody());
            }
        }

        assertThat(media)
                .isNotEmpty()
                .allSatisfy(place -> place.examples()
                        .forEach((name, example) -> assertThat(DOCUMENT.errors(place.child("schema"), example))
                                .as(place + " " + name)
                                .isEmpty()));
    }

    @Test
    void showsProblemsAsTheTableHasThem() {
        List<JsonNode> problems = new ArrayList<>();
        DOCUMENT.at("/components/responses")
                .children()
                .forEach(response -> problems.addAll(response.child("content")
                        .child(ProblemDetail.CONTENT_TYPE)
                        .examples()
                        .values()));

        assertThat(problems).hasSizeGreaterThan(5).allSatisfy(problem -> {
            ErrorCode code = ErrorCode.fromLabel(problem.get("code").asText()).orElseThrow();
            assertThat(problem.get("status").asInt()).isEqualTo(code.status());
            assertThat(problem.get("title").asText()).isEqualTo(code.title());
            assertThat(problem.get("type").asText()).isEqualTo("/errors/" + code.label());
        });
    }
}
