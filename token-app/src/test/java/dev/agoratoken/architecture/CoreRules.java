package dev.agoratoken.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.agoratoken.architecture.Rooms.within;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the inner four rooms keep to: the JDK in small portions, no clock, no chance, nothing that changes. */
final class CoreRules {
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_$]");

    private static final Pattern TRANSPORT = Pattern.compile(".*\\b(https?|servlet|cookie|cors|status code"
            + "|cli|console|terminal|stdin|stdout|stderr|exit code|command line)\\b.*");

    private CoreRules() {}

    static ArchRule tokenUsesLittleOfTheJdk(Rooms rooms) {
        return usesOnly(
                rooms,
                rooms.token(),
                "java.lang",
                "java.nio.charset",
                "java.security.MessageDigest",
                "java.time",
                "java.util",
                "java.util.function",
                "java.util.regex",
                "java.util.stream");
    }

    static ArchRule codecUsesLittleOfTheJdk(Rooms rooms) {
        return usesOnly(
                rooms,
                rooms.codec(),
                "java.lang",
                "java.nio.ByteBuffer",
                "java.nio.CharBuffer",
                "java.nio.charset",
                "java.security",
                "java.time",
                "java.util",
                "java.util.function",
                "java.util.regex",
                "java.util.stream",
                "java.util.zip",
                "javax.crypto",
                "javax.crypto.spec");
    }

    static ArchRule issuingUsesLittleOfTheJdk(Rooms rooms) {
        return usesOnly(
                rooms,
                rooms.issuing(),
                "java.lang",
                "java.nio.charset.StandardCharsets",
                "java.security.MessageDigest",
                "java.security.NoSuchAlgorithmException",
                "java.security.SecureRandom",
                "java.time",
                "java.time.temporal.ChronoUnit",
                "java.util",
                "java.util.concurrent.atomic",
                "java.util.function",
                "java.util.stream");
    }

    static ArchRule wireUsesLittleOfTheJdk(Rooms rooms) {
        return usesOnly(
                rooms,
                rooms.wire(),
                "java.lang",
                // A number in a document may be as long as its author likes.
                "java.math.BigInteger",
                "java.time",
                "java.util",
                "java.util.function",
                "java.util.stream");
    }

    private static ArchRule usesOnly(Rooms rooms, String room, String... allowed) {
        Set<String> names = Set.of(allowed);
        return classes()
                .that()
                .resideInAPackage(within(room))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "belong to the core or to " + String.join(", ", allowed), (JavaClass type) -> {
                            JavaClass element = type.getBaseComponentType();
                            return element.isPrimitive()
                                    || rooms.isInCore(element.getPackageName())
                                    || names.contains(element.getPackageName())
                                    || names.contains(element.getName());
                        }))
                .because("anyone can embed a core that needs nothing but a few quiet corners of the JDK");
    }

    static ArchRule timeIsAnArgument(Rooms rooms) {
        String mint = rooms.issuing() + ".TokenMint";
        return noClasses()
                .that()
                .resideInAnyPackage(within(rooms.core()))
                .should()
                .accessTargetWhere(Targets.that(
                        "the system's clock is asked, other than in TokenMint.of",
                        access -> Targets.isAmbientClock(access)
                                && !(Targets.isMadeIn(access, mint, "of")
                                        && Targets.is(access, "java.time.InstantSource", Set.of("system")))))
                .because("what asks the clock by itself cannot be tested at a given moment");
    }

    static ArchRule chanceIsAnArgument(Rooms rooms) {
        String salts = rooms.issuing() + ".SaltSource";
        return noClasses()
                .that()
                .resideInAnyPackage(within(rooms.core()))
                .should()
                .accessTargetWhere(Targets.that(
                        "randomness is made, other than in SaltSource.nonRepeating",
                        access -> Targets.isAmbientRandomness(access)
                                && !(Targets.isMadeIn(access, salts, "nonRepeating")
                                        && Targets.is(access, "java.security.SecureRandom", Set.of(Targets.NEW)))))
                .because("what throws dice by itself cannot be tested with a given throw");
    }

    static ArchRule tokenNeverChanges(Rooms rooms) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(within(rooms.token()))
                .should()
                .beFinal()
                .because("a value that cannot change can be shared between threads and trusted after it was checked");
    }

    static ArchRule tokenIsClosed(Rooms rooms) {
        Set<String> open = Set.of(rooms.token() + ".Privilege", rooms.token() + ".TokenException");
        return classes()
                .that()
                .resideInAPackage(within(rooms.token()))
                .and()
                .doNotHaveSimpleName("package-info")
                .should(satisfy(
                        "be a record, an enum, sealed or final, except for Privilege and TokenException",
                        type -> type.isRecord()
                                || type.isEnum()
                                || type.getModifiers().contains(JavaModifier.FINAL)
                                || type.reflect().isSealed()
                                || open.contains(type.getName())))
                .because("a family that nobody can add to is one whose every case can be handled; "
                        + "each service adds its own privileges, and each room its own failures");
    }

    static ArchRule certificatesAreRevealedToTheCodecOnly(Rooms rooms) {
        String certificate = rooms.token() + ".AppCertificate";
        return noClasses()
                .that()
                .resideOutsideOfPackage(within(rooms.codec()))
                .should()
                .accessTargetWhere(Targets.that(
                        "a certificate is revealed", access -> Targets.is(access, certificate, Set.of("reveal"))))
                .because("a secret that has one reader can leak in one place");
    }

    static ArchRule noWordOfTransportInTypes(Rooms rooms) {
        return classes()
                .that()
                .resideInAnyPackage(within(rooms.core()))
                .should(satisfy("have no word of transport in their name", CoreRules::isFreeOfTransport))
                .because("the core serves every adapter alike, also those that do not exist yet");
    }

    static ArchRule noWordOfTransportInMembers(Rooms rooms) {
        return members()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(within(rooms.core()))
                .should(satisfy("have no word of transport in their name", CoreRules::isFreeOfTransport))
                .because("the core serves every adapter alike, also those that do not exist yet");
    }

    private static boolean isFreeOfTransport(HasName named) {
        String name = named instanceof JavaClass type ? type.getSimpleName() : named.getName();
        String words = String.join(" ", BETWEEN_WORDS.split(name)).toLowerCase(Locale.ROOT);
        return !TRANSPORT.matcher(words).matches();
    }

    static <T extends HasName.AndFullName> ArchCondition<T> satisfy(String description, Predicate<T> predicate) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        item, predicate.test(item), item.getFullName() + " should " + description));
            }
        };
    }
}
