package dev.agoratoken.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the adapters: what they show, and who may use which library. */
final class AdapterRules {
    private static final String[] SERVER = {"io.javalin..", "org.eclipse.jetty..", "jakarta.."};
    private static final List<String> FRAMEWORKS =
            List.of("io.javalin", "org.eclipse.jetty", "jakarta", "com.fasterxml", "picocli");

    /** The packages that read or write JSON. */
    private static final List<String> JSON =
            List.of("http.json", "cli.batch", "cli.terminal", "app.audit", "app.bans", "app.json");

    private AdapterRules() {}

    static ArchRule publicTypesAreListed(ModuleLayout layout) {
        Map<String, Set<String>> expected = new TreeMap<>();
        layout.exportedByAdapters().forEach(name -> expected.put(name, Set.of()));
        layout.publicTypes().forEach((name, types) -> expected.put(layout.fullName(name), types));
        return classes()
                .that()
                .areTopLevelClasses()
                .and()
                .resideInAnyPackage(expected.keySet().toArray(String[]::new))
                .should(bePublicExactlyIfListed(expected))
                .because("a public type of an exported package is a promise to other modules");
    }

    private static ArchCondition<JavaClass> bePublicExactlyIfListed(Map<String, Set<String>> listed) {
        Set<String> expected = listed.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(type -> each.getKey() + "." + type))
                .collect(Collectors.toCollection(TreeSet::new));
        return new ArchCondition<>("be public exactly if they are one of " + expected) {
            private final Set<String> seen = new HashSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isPublic = type.getModifiers().contains(JavaModifier.PUBLIC);
                boolean isListed = expected.contains(type.getName());
                seen.add(type.getName());
                events.add(new SimpleConditionEvent(
                        type,
                        isPublic == isListed,
                        type.getName() + (isPublic ? " is public and not listed" : " is listed and not public")));
            }

            @Override
            public void finish(ConditionEvents events) {
                expected.stream()
                        .filter(type -> !seen.contains(type))
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(type, type + " is listed and does not exist")));
            }
        };
    }

    static ArchRule exportedTypesShowNoFramework(ModuleLayout layout) {
        return classes()
                .that()
                .resideInAnyPackage(layout.exportedByAdapters().toArray(String[]::new))
                .should(new ArchCondition<>("show no framework in public or protected members") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!isReachable(type)) {
                            return;
                        }
                        Stream.concat(type.getRawInterfaces().stream(), type.getRawSuperclass().stream())
                                .filter(AdapterRules::isFramework)
                                .forEach(parent -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " is a " + parent.getName())));
                        type.getMembers().stream()
                                .filter(AdapterRules::isShown)
                                .filter(member ->
                                        member.getAllInvolvedRawTypes().stream().anyMatch(AdapterRules::isFramework))
                                .forEach(member -> events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " shows a framework")));
                    }
                })
                .because("a framework that other modules do not see can be replaced");
    }

    private static boolean isReachable(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(AdapterRules::isReachable).orElse(true);
    }

    private static boolean isShown(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isFramework(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        return FRAMEWORKS.stream().anyMatch(framework -> name.startsWith(framework + "."));
    }

    static ArchRule theServerFrameworkStaysInHttp(ModuleLayout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.within(ModuleLayout.HTTP))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVER)
                .because("one module knows the server framework");
    }

    static ArchRule theOptionParserStaysInCli(ModuleLayout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.within(ModuleLayout.CLI))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("one module knows the option parser");
    }

    static ArchRule jsonStaysWhereItIsReadAndWritten(ModuleLayout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(JSON.stream().map(layout::within).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("documents are plain records, and one package per adapter sets the limits of their JSON");
    }
}
