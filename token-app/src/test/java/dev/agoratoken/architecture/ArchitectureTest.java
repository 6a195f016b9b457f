package dev.agoratoken.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule holds in the product, and is shown to bite in a small house that breaks it. */
class ArchitectureTest {
    private static final Pattern MODULE = Pattern.compile("/(token-core|adapter-http|adapter-cli|token-app)/");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Rooms.PRODUCT.root());

    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages(Rooms.FIXTURE.root());

    @ParameterizedTest
    @EnumSource
    void holdsInTheProduct(Rule rule) {
        rule.in(Rooms.PRODUCT).check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void bitesInTheFixture(Rule rule) {
        String report = String.join(
                "\n",
                rule.in(Rooms.FIXTURE).evaluate(FIXTURE).getFailureReport().getDetails());

        assertThat(report).contains(rule.caught());
        assertThat(rule.spared()).allSatisfy(innocent -> assertThat(report).doesNotContain(innocent));
    }

    @ParameterizedTest
    @EnumSource
    void givesItsReason(Rule rule) {
        assertThat(rule.in(Rooms.PRODUCT).getDescription()).contains(", because ");
    }

    /** A rule passes when nothing was imported, so it is looked at what was, and from where. */
    @Test
    void seesEveryRoomOfEveryModule() {
        Map<String, Set<String>> roomsByModule = new TreeMap<>();
        for (JavaClass type : PRODUCT) {
            roomsByModule
                    .computeIfAbsent(moduleOf(type), module -> new TreeSet<>())
                    .add(roomOf(type));
        }

        Rooms rooms = Rooms.PRODUCT;
        assertThat(roomsByModule)
                .isEqualTo(Map.of(
                        "token-core", Set.copyOf(rooms.core()),
                        "adapter-http", Set.of(rooms.http()),
                        "adapter-cli", Set.of(rooms.cli()),
                        "token-app", Set.of(rooms.app())));
    }

    @Test
    void seesTheClassesOfEveryRoom() {
        Rooms rooms = Rooms.PRODUCT;

        assertThat(sizeOf(rooms.token())).isGreaterThanOrEqualTo(60);
        assertThat(sizeOf(rooms.codec())).isGreaterThanOrEqualTo(10);
        assertThat(sizeOf(rooms.issuing())).isGreaterThanOrEqualTo(12);
        assertThat(sizeOf(rooms.wire())).isGreaterThanOrEqualTo(4);
        assertThat(sizeOf(rooms.http())).isGreaterThanOrEqualTo(3);
        assertThat(sizeOf(rooms.cli())).isGreaterThanOrEqualTo(5);
        assertThat(sizeOf(rooms.app())).isGreaterThanOrEqualTo(1);
    }

    private static long sizeOf(String room) {
        return PRODUCT.stream().filter(type -> roomOf(type).equals(room)).count();
    }

    /** The room of a class; the name of its package where that is none. */
    private static String roomOf(JavaClass type) {
        Rooms rooms = Rooms.PRODUCT;
        return Stream.concat(rooms.core().stream(), Stream.of(rooms.http(), rooms.cli(), rooms.app()))
                .filter(room -> Rooms.isWithin(type.getPackageName(), room))
                .findFirst()
                .orElse(type.getPackageName());
    }

    private static String moduleOf(JavaClass type) {
        String source = type.getSource().orElseThrow().getUri().toString();
        Matcher module = MODULE.matcher(source);
        assertThat(module.find()).as("a module in " + source).isTrue();
        return module.group(1);
    }
}
