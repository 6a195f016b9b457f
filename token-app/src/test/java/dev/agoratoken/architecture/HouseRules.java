package dev.agoratoken.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.agoratoken.architecture.Rooms.within;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What every room keeps to. */
final class HouseRules {
    private static final Set<String> GENERIC =
            Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable", "java.lang.Error");

    private HouseRules() {}

    static ArchRule staticFieldsAreFinal(Rooms rooms) {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(within(rooms.root()))
                .should()
                .beFinal()
                .because("a variable that everyone can set belongs to no one");
    }

    static ArchRule recordsHoldNoArrays(Rooms rooms) {
        return fields().that()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat()
                .areRecords()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(within(rooms.root()))
                .should(CoreRules.satisfy(
                        "be anything but an array", field -> !field.getRawType().isArray()))
                .because("an array can be changed from outside, and two equal ones are not equal");
    }

    static ArchRule onlyTheAppSpeaksToTheProcess(Rooms rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(within(rooms.app()))
                .should()
                .accessTargetWhere(
                        Targets.that("the process, its streams or its environment are touched", Targets::isProcess))
                .because("what is handed its streams, settings and end can be tested without a process");
    }

    static ArchRule failuresHaveANameOfTheirOwn(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(within(rooms.root()))
                .should()
                .accessTargetWhere(Targets.that("a generic exception is made", HouseRules::makesGenericException))
                .because("a caller can only handle a failure that it can tell from others");
    }

    private static boolean makesGenericException(JavaAccess<?> access) {
        String made = access.getTargetOwner().getName();
        boolean callsItsSuperclass = access.getOrigin().isConstructor()
                && access.getOriginOwner()
                        .getRawSuperclass()
                        .filter(parent -> parent.getName().equals(made))
                        .isPresent();
        return access.getName().equals(Targets.NEW) && GENERIC.contains(made) && !callsItsSuperclass;
    }

    static ArchRule namesSayWhatThingsAre(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(within(rooms.root()))
                .should(CoreRules.satisfy(
                        "have a name other than *Impl, *Util(s), *Helper, *Manager or I*",
                        type -> !type.getSimpleName().matches(".*(Impl|Utils?|Helpers?|Managers?)|I[A-Z].*")))
                .because("such a name says how a thing was made and not what it is");
    }
}
