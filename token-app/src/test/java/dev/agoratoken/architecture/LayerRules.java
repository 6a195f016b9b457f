package dev.agoratoken.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.agoratoken.architecture.Rooms.within;

import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
final class LayerRules {
    private LayerRules() {}

    static ArchRule arrowsPointInward(Rooms rooms) {
        return layeredArchitecture()
                .consideringAllDependencies()
                .layer("token")
                .definedBy(within(rooms.token()))
                .layer("codec")
                .definedBy(within(rooms.codec()))
                .layer("issuing")
                .definedBy(within(rooms.issuing()))
                .layer("wire")
                .definedBy(within(rooms.wire()))
                .layer("http")
                .definedBy(within(rooms.http()))
                .layer("cli")
                .definedBy(within(rooms.cli()))
                .layer("app")
                .definedBy(within(rooms.app()))
                .whereLayer("token")
                .mayOnlyBeAccessedByLayers("codec", "issuing", "wire", "http", "cli", "app")
                .whereLayer("codec")
                .mayOnlyBeAccessedByLayers("issuing")
                .whereLayer("issuing")
                .mayOnlyBeAccessedByLayers("wire", "http", "cli", "app")
                .whereLayer("wire")
                .mayOnlyBeAccessedByLayers("http", "cli", "app")
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .because("a room that knows only what is further inside can be read, tested and used without the rest");
    }

    static ArchRule httpDoesNotKnowTheCommandLine(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(within(rooms.http()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(within(rooms.cli()))
                .because("the server runs without a command line");
    }

    static ArchRule theCommandLineDoesNotKnowHttp(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(within(rooms.cli()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(within(rooms.http()))
                .because("to the command line the server is a function that is handed in");
    }

    static ArchRule noPackageCycles(Rooms rooms) {
        return slices().matching(rooms.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood together");
    }
}
