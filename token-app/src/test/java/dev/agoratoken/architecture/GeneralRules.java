package dev.agoratoken.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Rules for all modules. */
final class GeneralRules {
    private static final Set<String> GENERIC =
            Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable", "java.lang.Error");

    private GeneralRules() {}

    static ArchRule staticFieldsAreFinal(ModuleLayout layout) {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.within(""))
                .should()
                .beFinal()
                .because("a variable that any code can set makes tests and threads depend on each other");
    }

    static ArchRule recordsHoldNoArrays(ModuleLayout layout) {
        return fields().that()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat()
                .areRecords()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.within(""))
                .should(CoreRules.satisfy(
                        "be anything but an array", field -> !field.getRawType().isArray()))
                .because("an array can be changed from outside, and two equal ones are not equal");
    }

    static ArchRule onlyTheAppTouchesTheProcess(ModuleLayout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(layout.within("app"))
                .should()
                .accessTargetWhere(
                        Targets.that("the process, its streams or its environment are touched", Targets::isProcess))
                .because(
                        "code that gets its streams, environment and exit as arguments can be tested without a process");
    }

    static ArchRule exceptionsAreSpecific(ModuleLayout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.within(""))
                .should()
                .accessTargetWhere(Targets.that("a generic exception is made", GeneralRules::makesGenericException))
                .because("a caller can handle only a failure that it can distinguish from others");
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

    static ArchRule namesDescribeTypes(ModuleLayout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.within(""))
                .should(CoreRules.satisfy(
                        "have a name other than *Impl, *Util(s), *Helper, *Manager or I*",
                        type -> !type.getSimpleName().matches(".*(Impl|Utils?|Helpers?|Managers?)|I[A-Z].*")))
                .because("such a suffix says how a type was made, not what it is");
    }
}
