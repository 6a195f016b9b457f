package dev.agoratoken.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What code may reach for: fields, methods and constructors. These go by the access and not by the call, because a
 * method reference such as {@code Instant::now} is no call.
 */
final class Targets {
    static final String NEW = JavaConstructor.CONSTRUCTOR_NAME;

    private static final Set<String> RANDOM_SOURCES = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator",
            "java.util.random.RandomGeneratorFactory",
            "java.security.SecureRandom");

    private Targets() {}

    static DescribedPredicate<JavaAccess<?>> that(String description, Predicate<JavaAccess<?>> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    static boolean is(JavaAccess<?> access, String owner, Set<String> names) {
        return access.getTargetOwner().getName().equals(owner) && names.contains(access.getName());
    }

    static boolean isAmbientClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return owner.getPackageName().startsWith("java.time")
                        && (name.equals("now") || name.startsWith("system") || name.startsWith("tick"))
                || is(access, "java.lang.System", Set.of("currentTimeMillis", "nanoTime"))
                || is(access, "java.util.Date", Set.of(NEW))
                || is(access, "java.util.Calendar", Set.of("getInstance"));
    }

    static boolean isAmbientRandomness(JavaAccess<?> access) {
        return RANDOM_SOURCES.contains(access.getTargetOwner().getName()) && !isDrawing(access)
                || is(access, "java.lang.Math", Set.of("random"))
                || is(access, "java.lang.StrictMath", Set.of("random"))
                || is(access, "java.util.Collections", Set.of("shuffle"))
                || is(access, "java.util.UUID", Set.of("randomUUID"));
    }

    /** Drawing from a source that was handed in is what the core may do. */
    private static boolean isDrawing(JavaAccess<?> access) {
        return access.getName().startsWith("next");
    }

    static boolean isProcess(JavaAccess<?> access) {
        return is(access, "java.lang.System", Set.of("in", "out", "err", "exit", "getenv", "console"))
                || is(access, "java.lang.Runtime", Set.of("exit", "halt", "addShutdownHook"))
                || access.getTargetOwner().isAssignableTo(Throwable.class)
                        && access.getTarget().getFullName().endsWith(".printStackTrace()");
    }

    static boolean isMadeIn(JavaAccess<?> access, String owner, String method) {
        return access.getOriginOwner().getName().equals(owner)
                && access.getOrigin().getName().equals(method);
    }
}
