package dev.agoratoken.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.agoratoken.architecture.ModuleLayout.Module;
import dev.agoratoken.architecture.ModuleLayout.Visibility;
import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.http.HttpAdapter;
import dev.agoratoken.token.Lifetime;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every rule holds in the product, and reports the violations in the fixture. */
@Tag("slow")
class ArchitectureTest {
    private static final Pattern MODULE = Pattern.compile("/(token-core|adapter-http|adapter-cli|token-app)/");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ModuleLayout.PRODUCT.root());

    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages(ModuleLayout.FIXTURE.root());

    /** A class of each module that has a descriptor. */
    private static final Map<Module, Class<?>> DESCRIBED = Map.of(
            ModuleLayout.CORE,
            Lifetime.class,
            ModuleLayout.HTTP,
            HttpAdapter.class,
            ModuleLayout.CLI,
            CliAdapter.class);

    @ParameterizedTest
    @EnumSource
    void holdsInTheProduct(Rule rule) {
        rule.in(ModuleLayout.PRODUCT).check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheViolationsInTheFixture(Rule rule) {
        String report = String.join(
                "\n",
                rule.in(ModuleLayout.FIXTURE)
                        .evaluate(FIXTURE)
                        .getFailureReport()
                        .getDetails());

        assertThat(report).contains(rule.reported());
        assertThat(rule.accepted()).allSatisfy(accepted -> assertThat(report).doesNotContain(accepted));
    }

    @ParameterizedTest
    @EnumSource
    void givesItsReason(Rule rule) {
        assertThat(rule.in(ModuleLayout.PRODUCT).getDescription()).contains(", because ");
    }

    /** A rule passes when nothing was imported, so this checks what was imported, and from which module. */
    @Test
    void importsThePackagesOfEveryModule() {
        Map<String, Set<String>> imported = new TreeMap<>();
        for (JavaClass type : PRODUCT) {
            imported.computeIfAbsent(moduleOf(type), module -> new TreeSet<>()).add(type.getPackageName());
        }

        assertThat(imported)
                .isEqualTo(ModuleLayout.MODULES.stream()
                        .collect(toMap(
                                Module::name, module -> Set.of(ModuleLayout.PRODUCT.packages(module, each -> true)))));
    }

    @ParameterizedTest
    @FieldSource("dev.agoratoken.architecture.ModuleLayout#MODULES")
    void importsTheClassesOfEveryPackage(Module module) {
        assertThat(module.packages())
                .allSatisfy(each -> assertThat(classesIn(ModuleLayout.PRODUCT.fullName(each.name())))
                        .as(each.name())
                        .isGreaterThanOrEqualTo(each.minClasses()));
    }

    private static int classesIn(String packageName) {
        return (int) PRODUCT.stream()
                .filter(type -> type.getPackageName().equals(packageName))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .count();
    }

    /** The table says the same as the module descriptors. */
    @Test
    void exportsWhatTheModuleDescriptorsExport() {
        DESCRIBED.forEach((module, type) -> {
            Map<String, Boolean> exported = descriptorOf(type).exports().stream()
                    .collect(toMap(ModuleDescriptor.Exports::source, ModuleDescriptor.Exports::isQualified));

            assertThat(exported)
                    .isEqualTo(module.packages().stream()
                            .filter(each -> each.visibility() != Visibility.INTERNAL)
                            .collect(toMap(
                                    each -> ModuleLayout.PRODUCT.fullName(each.name()),
                                    each -> each.visibility() == Visibility.EXPORTED_TO_ADAPTERS)));
        });
    }

    private static ModuleDescriptor descriptorOf(Class<?> type) {
        try {
            Path location = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return ModuleFinder.of(location).findAll().iterator().next().descriptor();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String moduleOf(JavaClass type) {
        String source = type.getSource().orElseThrow().getUri().toString();
        Matcher module = MODULE.matcher(source);
        assertThat(module.find()).as("a module in " + source).isTrue();
        return module.group(1);
    }
}
