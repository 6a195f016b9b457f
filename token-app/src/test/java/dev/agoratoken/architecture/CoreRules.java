package dev.agoratoken.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules for token-core: little of the JDK, no clock, no randomness, no mutable values, no word of a transport. */
final class CoreRules {
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_$]");

    private static final Pattern TRANSPORT = Pattern.compile(".*\\b(https?|servlet|cookie|cors|status code"
            + "|cli|console|terminal|stdin|stdout|stderr|exit code|command line)\\b.*");

    private static final Set<String> JDK =
            Set.of("java.lang", "java.time", "java.util", "java.util.function", "java.util.stream");

    /** {@code @Nullable}, which only the compiler reads. */
    private static final String ANNOTATIONS = "org.jspecify.annotations";

    /** What single packages use beyond that. */
    private static final Map<String, Set<String>> MORE_OF_THE_JDK = Map.of(
            "token",
            Set.of("java.nio.charset", "java.security.MessageDigest", "java.util.regex"),
            "codec",
            Set.of(
                    "java.nio.ByteBuffer",
                    "java.nio.CharBuffer",
                    "java.nio.charset",
                    "java.security.DigestException",
                    "java.security.MessageDigest",
                    "java.security.NoSuchAlgorithmException",
                    "java.util.regex",
                    "java.util.zip"),
            "issuing",
            Set.of(
                    "java.nio.charset.StandardCharsets",
                    "java.security.MessageDigest",
                    "java.security.NoSuchAlgorithmException",
                    "java.security.SecureRandom",
                    "java.time.temporal.ChronoUnit",
                    "java.util.concurrent.atomic"),
            "verify.text",
            Set.of("java.nio.charset.StandardCharsets", "java.util.regex"),
            "verify.grant",
            // A uid may be written as a float.
            Set.of(
                    "java.math.BigDecimal",
                    "java.math.BigInteger",
                    "java.math.MathContext",
                    "java.math.RoundingMode",
                    "java.util.regex"),
            "document",
            // A number in a document may have any length.
            Set.of("java.math.BigInteger"));

    private CoreRules() {}

    static ArchRule coreUsesLittleOfTheJdk(ModuleLayout layout) {
        return classes()
                .that()
                .resideInAnyPackage(layout.within(ModuleLayout.CORE))
                .should(new ArchCondition<>("depend on the core and a few packages of the JDK only") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Set<String> extra = jdkOf(layout, type.getPackageName());
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(use ->
                                        !isAllowed(layout, use.getTargetClass().getBaseComponentType(), extra))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                })
                .because("a core that needs only a small part of the JDK can be embedded anywhere");
    }

    private static boolean isAllowed(ModuleLayout layout, JavaClass type, Set<String> extra) {
        return type.isPrimitive()
                || layout.isIn(ModuleLayout.CORE, type.getPackageName())
                || JDK.contains(type.getPackageName())
                || type.getPackageName().equals(ANNOTATIONS)
                || extra.contains(type.getPackageName())
                || extra.contains(type.getName());
    }

    /** What the package uses beyond {@link #JDK}; the packages below it may use the same. */
    private static Set<String> jdkOf(ModuleLayout layout, String packageName) {
        return MORE_OF_THE_JDK.entrySet().stream()
                .filter(entry -> (packageName + ".").startsWith(layout.fullName(entry.getKey()) + "."))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
    }

    static ArchRule timeIsAnArgument(ModuleLayout layout) {
        String mint = layout.fullName("issuing") + ".TokenMint";
        String tokens = layout.fullName("") + ".AgoraTokens";
        return noClasses()
                .that()
                .resideInAnyPackage(layout.within(ModuleLayout.CORE))
                .should()
                .accessTargetWhere(Targets.that(
                        "the system's clock is asked, other than in TokenMint.of and AgoraTokens.of",
                        access -> Targets.isAmbientClock(access)
                                && !((Targets.isMadeIn(access, mint, "of") || Targets.isMadeIn(access, tokens, "of"))
                                        && Targets.is(access, "java.time.InstantSource", Set.of("system")))))
                .because("code that reads the clock itself cannot be tested at a given time");
    }

    static ArchRule randomnessIsAnArgument(ModuleLayout layout) {
        String salts = layout.fullName("issuing") + ".SaltSource";
        return noClasses()
                .that()
                .resideInAnyPackage(layout.within(ModuleLayout.CORE))
                .should()
                .accessTargetWhere(Targets.that(
                        "randomness is made, other than in SaltSource.nonRepeating",
                        access -> Targets.isAmbientRandomness(access)
                                && !(Targets.isMadeIn(access, salts, "nonRepeating")
                                        && Targets.is(access, "java.security.SecureRandom", Set.of(Targets.NEW)))))
                .because("code that makes random numbers itself cannot be tested with given ones");
    }

    static ArchRule tokenNeverChanges(ModuleLayout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.within("token"))
                .should()
                .beFinal()
                .because("an immutable value can be shared between threads and stays as it was validated");
    }

    static ArchRule tokenIsClosed(ModuleLayout layout) {
        Set<String> open =
                Set.of(layout.fullName("token.service") + ".Privilege", layout.fullName("token") + ".TokenException");
        return classes()
                .that()
                .resideInAPackage(layout.within("token"))
                .and()
                .doNotHaveSimpleName("package-info")
                .should(satisfy(
                        "be a record, an enum, sealed or final, except for Privilege and TokenException",
                        type -> type.isRecord()
                                || type.isEnum()
                                || type.getModifiers().contains(JavaModifier.FINAL)
                                || type.reflect().isSealed()
                                || open.contains(type.getName())))
                .because("a closed family is one whose every case can be handled; "
                        + "each service adds its privileges, and each package its failures");
    }

    static ArchRule certificatesAreRevealedToTheCodecOnly(ModuleLayout layout) {
        String certificate = layout.fullName("token") + ".AppCertificate";
        String permission = layout.fullName("secret") + ".CertificateAccess";
        return noClasses()
                .that()
                .resideOutsideOfPackage(layout.within("codec"))
                .should()
                .accessTargetWhere(Targets.that(
                        "a certificate is revealed",
                        access -> Targets.is(access, certificate, Set.of("reveal"))
                                || Targets.is(access, permission, Set.of("get"))))
                .because("a secret with one reader can leak in one place");
    }

    static ArchRule noTransportWordsInTypes(ModuleLayout layout) {
        return classes()
                .that()
                .resideInAnyPackage(layout.within(ModuleLayout.CORE))
                .should(satisfy("have no word of a transport in their name", CoreRules::isFreeOfTransport))
                .because("the core serves all adapters, including future ones");
    }

    static ArchRule noTransportWordsInMembers(ModuleLayout layout) {
        return members()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(layout.within(ModuleLayout.CORE))
                .should(satisfy("have no word of a transport in their name", CoreRules::isFreeOfTransport))
                .because("the core serves all adapters, including future ones");
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
