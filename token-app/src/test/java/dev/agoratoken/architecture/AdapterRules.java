package dev.agoratoken.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.agoratoken.architecture.Rooms.within;

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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps the doors narrow. */
final class AdapterRules {
    private static final String[] SERVER = {"io.javalin..", "org.eclipse.jetty..", "jakarta.."};
    private static final List<String> FRAMEWORKS =
            List.of("io.javalin", "org.eclipse.jetty", "jakarta", "com.fasterxml", "picocli");

    private AdapterRules() {}

    static ArchRule publicTypesAreListed(Rooms rooms) {
        return classes()
                .that()
                .areTopLevelClasses()
                .and()
                .resideInAnyPackage(within(List.copyOf(rooms.publicTypes().keySet())))
                .should(bePublicExactlyIfListed(rooms.publicTypes()))
                .because("public is a promise, and a promise is made on purpose");
    }

    private static ArchCondition<JavaClass> bePublicExactlyIfListed(Map<String, Set<String>> listed) {
        Set<String> expected = listed.entrySet().stream()
                .flatMap(room -> room.getValue().stream().map(type -> room.getKey() + "." + type))
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

    static ArchRule doorsShowNoFramework(Rooms rooms) {
        return classes()
                .that()
                .resideInAnyPackage(within(List.of(rooms.http(), rooms.cli(), rooms.app())))
                .should(new ArchCondition<>("show no framework in what is public") {
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
                .because("a framework that nobody outside sees can be replaced");
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

    static ArchRule theServerFrameworkStaysInHttp(Rooms rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(within(rooms.http()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVER)
                .because("one room knows what the server is built on");
    }

    static ArchRule theOptionParserStaysInCli(Rooms rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(within(rooms.cli()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("one room knows how the command line is parsed");
    }

    static ArchRule jsonStaysInTheAdapters(Rooms rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(within(rooms.http()), within(rooms.cli()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("the documents of wire are plain records, and only who speaks JSON knows the library");
    }
}
