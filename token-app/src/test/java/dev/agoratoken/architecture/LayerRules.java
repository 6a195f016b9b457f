package dev.agoratoken.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.agoratoken.architecture.ModuleLayout.Module;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which module and which package may use which. */
final class LayerRules {
    private LayerRules() {}

    static ArchRule modulesPointInward(ModuleLayout layout) {
        return layeredArchitecture()
                .consideringAllDependencies()
                .layer("token-core")
                .definedBy(layout.within(ModuleLayout.CORE))
                .layer("adapter-http")
                .definedBy(layout.within(ModuleLayout.HTTP))
                .layer("adapter-cli")
                .definedBy(layout.within(ModuleLayout.CLI))
                .layer("token-app")
                .definedBy(layout.within(ModuleLayout.APP))
                .whereLayer("token-core")
                .mayOnlyBeAccessedByLayers("adapter-http", "adapter-cli", "token-app")
                .whereLayer("adapter-http")
                .mayOnlyBeAccessedByLayers("token-app")
                .whereLayer("adapter-cli")
                .mayOnlyBeAccessedByLayers("token-app")
                .whereLayer("token-app")
                .mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .because("a module that knows only the modules further inside can be read, tested and used alone");
    }

    static ArchRule httpDoesNotKnowTheCommandLine(ModuleLayout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(layout.within(ModuleLayout.HTTP))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(layout.within(ModuleLayout.CLI))
                .because("the server runs without a command line");
    }

    static ArchRule theCommandLineDoesNotKnowHttp(ModuleLayout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(layout.within(ModuleLayout.CLI))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(layout.within(ModuleLayout.HTTP))
                .because("token-app passes the server to the command line as a function");
    }

    static ArchRule corePackages(ModuleLayout layout) {
        return layers(layout, ModuleLayout.CORE)
                .because(
                        "values, formats, issuing, access rules and documents can each be read without the outer ones");
    }

    static ArchRule httpPackages(ModuleLayout layout) {
        return layers(layout, ModuleLayout.HTTP)
                .because("a group of routes or a step of the protocol can be changed without the others");
    }

    static ArchRule cliPackages(ModuleLayout layout) {
        return layers(layout, ModuleLayout.CLI)
                .because("options, formats and terminal output are shared by commands and know none of them");
    }

    static ArchRule appPackages(ModuleLayout layout) {
        return layers(layout, ModuleLayout.APP)
                .because("a part of the configuration can be read and tested without the server that is built from it");
    }

    private static LayeredArchitecture layers(ModuleLayout layout, Module module) {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : module.names()) {
            layers = layers.layer(label(name)).definedBy(layout.fullName(name));
        }
        for (ModuleLayout.Package each : module.packages()) {
            List<String> uses =
                    module.uses(each).stream().map(LayerRules::label).toList();
            layers = uses.isEmpty()
                    ? layers.whereLayer(label(each.name())).mayNotAccessAnyLayer()
                    : layers.whereLayer(label(each.name())).mayOnlyAccessLayers(uses.toArray(String[]::new));
        }
        return layers;
    }

    /** A layer must have a name, and the root package has none below the root. */
    private static String label(String name) {
        return name.isEmpty() ? "(root)" : name;
    }

    static ArchRule codecIsUsedByIssuingAndVerifyOnly(ModuleLayout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.within("codec"), layout.fullName("issuing"), layout.within("verify"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(layout.within("codec"))
                .because("bytes become a token, and a token becomes bytes, in one place each");
    }

    static ArchRule policyAndDocumentsAreUsedByAdaptersAndAppOnly(ModuleLayout layout) {
        Predicate<ModuleLayout.Package> isPolicyOrDocument =
                each -> each.name().equals("document") || each.name().startsWith("issuing.policy");
        return noClasses()
                .that()
                .resideInAnyPackage(layout.packages(
                        ModuleLayout.CORE,
                        each -> !isPolicyOrDocument.test(each) && !each.name().isEmpty()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(layout.packages(ModuleLayout.CORE, isPolicyOrDocument))
                .because("tokens can be made and verified without access rules and without documents");
    }

    static ArchRule appUsesOnlyExportedPackagesOfAdapters(ModuleLayout layout) {
        List<String> exported = layout.exportedByAdapters();
        return noClasses()
                .that()
                .resideInAnyPackage(layout.within(ModuleLayout.APP))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to an adapter, outside of " + String.join(", ", exported),
                        (JavaClass type) -> isInAdapter(layout, type) && !exported.contains(type.getPackageName())))
                .because("token-app is compiled on the class path, where the module descriptors do not stop it");
    }

    private static boolean isInAdapter(ModuleLayout layout, JavaClass type) {
        return layout.isIn(ModuleLayout.HTTP, type.getPackageName())
                || layout.isIn(ModuleLayout.CLI, type.getPackageName());
    }

    static ArchRule everyPackageIsListed(ModuleLayout layout) {
        Set<String> listed = Set.copyOf(layout.packages());
        return classes()
                .that()
                .resideInAPackage(layout.within(""))
                .should(new ArchCondition<>("reside in a package that ModuleLayout lists") {
                    private final Set<String> seen = new HashSet<>();

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        seen.add(type.getPackageName());
                        events.add(new SimpleConditionEvent(
                                type,
                                listed.contains(type.getPackageName()),
                                type.getName() + " resides in a package that is not listed"));
                    }

                    @Override
                    public void finish(ConditionEvents events) {
                        listed.stream()
                                .filter(name -> !seen.contains(name))
                                .forEach(name -> events.add(
                                        SimpleConditionEvent.violated(name, name + " is listed and has no classes")));
                    }
                })
                .because("a package without a row in the table has no rules about what it may use");
    }

    static ArchRule noPackageCycles(ModuleLayout layout) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String name = type.getPackageName();
                        return (name + ".").startsWith(layout.root() + ".")
                                ? SliceIdentifier.of(name)
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood together");
    }
}
