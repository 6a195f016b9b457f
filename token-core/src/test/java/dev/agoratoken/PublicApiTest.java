package dev.agoratoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API of the library: every public type of the packages that everyone may use, with its public members, in
 * {@code src/test/approved/api.txt}. {@code mvn test -Dapprove} rewrites the listing. Review the difference.
 */
class PublicApiTest {
    private static final Path LISTING = Path.of(System.getProperty("basedir", ""), "src/test/approved/api.txt");

    private static final String HINT = "run mvn test -Dapprove, and review the change of " + LISTING;

    /** The hard keywords of Kotlin that Java allows as names. */
    private static final Set<String> KOTLIN_KEYWORDS =
            Set.of("as", "fun", "in", "is", "object", "typealias", "typeof", "val", "var", "when");

    @Test
    void theApiIsTheApprovedOne() throws Exception {
        List<String> received = publicTypes().flatMap(PublicApiTest::describe).toList();

        if (System.getProperty("approve") != null) {
            Files.write(LISTING, received);
        }
        List<String> approved = Files.readAllLines(LISTING);
        assertThat(without(approved, received))
                .as("removed from the API: " + HINT)
                .isEmpty();
        assertThat(without(received, approved)).as("added to the API: " + HINT).isEmpty();
        assertThat(received.equals(approved))
                .as("moved within the API: " + HINT)
                .isTrue();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = Set.copyOf(others);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }

    @Test
    void kotlinNeedsNoBackticks() throws Exception {
        assertThat(publicTypes())
                .isNotEmpty()
                .allSatisfy(
                        type -> assertThat(type.getName().split("[.$]")).doesNotContainAnyElementsOf(KOTLIN_KEYWORDS))
                .allSatisfy(type -> assertThat(members(type).map(Member::getName))
                        .as(type.getName())
                        .doesNotContainAnyElementsOf(KOTLIN_KEYWORDS));
    }

    @Test
    void everyMemberUsesTypesThatEveryoneMayUse() throws Exception {
        Set<Class<?>> known = publicTypes().collect(Collectors.toSet());

        assertThat(known)
                .allSatisfy(type -> assertThat(members(type)
                                .filter(member -> !isForTheCodec(member))
                                .flatMap(PublicApiTest::typesOf)
                                .map(used -> used.isArray() ? used.componentType() : used)
                                .filter(used -> used.getPackageName().startsWith("dev.agoratoken")))
                        .as(type.getName())
                        .isSubsetOf(known));
    }

    private static boolean isForTheCodec(Member member) {
        return member.getName().equals("reveal")
                && member.getDeclaringClass().getSimpleName().equals("AppCertificate");
    }

    private static Stream<Class<?>> typesOf(Member member) {
        if (member instanceof Field field) {
            return Stream.of(field.getType());
        }
        Stream<Class<?>> parameters = Stream.of(((Executable) member).getParameterTypes());
        return member instanceof Method method
                ? Stream.concat(parameters, Stream.of(method.getReturnType()))
                : parameters;
    }

    /** The public types of the packages that are exported to everyone, by name. */
    private static Stream<Class<?>> publicTypes() throws IOException, URISyntaxException {
        Path classes = Path.of(AgoraTokens.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> exported = ModuleFinder.of(classes).findAll().iterator().next().descriptor().exports().stream()
                .filter(each -> !each.isQualified())
                .map(Exports::source)
                .collect(Collectors.toSet());
        List<Class<?>> types = new ArrayList<>();
        for (String name : exported) {
            try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                        .map(file -> load(name + "." + file.replaceFirst("\\.class$", "")))
                        .filter(PublicApiTest::isVisible)
                        .forEach(types::add);
            }
        }
        assertThat(types).contains(AgoraTokens.class);
        types.sort((a, b) -> a.getName().compareTo(b.getName()));
        return types.stream();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApiTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isSynthetic()
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static Stream<String> describe(Class<?> type) {
        return Stream.concat(
                Stream.of(heading(type)),
                members(type).map(PublicApiTest::describe).sorted().map(line -> "    " + line));
    }

    private static String heading(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        String modifiers = type.isSealed()
                ? "sealed "
                : Modifier.isFinal(type.getModifiers()) && kind.equals("class") ? "final " : "";
        List<Type> parents = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (kind.equals("class") && type.getSuperclass() != Object.class) {
            parents.add(0, type.getGenericSuperclass());
        }
        String parameters = type.getTypeParameters().length == 0
                ? ""
                : Arrays.stream(type.getTypeParameters())
                        .map(Type::getTypeName)
                        .collect(Collectors.joining(", ", "<", ">"));
        return modifiers + kind + " " + type.getName().replace('$', '.') + parameters
                + (parents.isEmpty()
                        ? ""
                        : parents.stream().map(PublicApiTest::name).collect(Collectors.joining(", ", " : ", "")));
    }

    private static Stream<Member> members(Class<?> type) {
        return Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Stream::<Member>of)
                .filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                .filter(member -> !member.isSynthetic());
    }

    private static String describe(Member member) {
        String modifiers = (Modifier.isProtected(member.getModifiers()) ? "protected " : "")
                + (Modifier.isStatic(member.getModifiers()) ? "static " : "");
        if (member instanceof Field field) {
            return modifiers + name(field.getGenericType()) + " " + field.getName();
        }
        if (member instanceof Constructor<?> constructor) {
            return modifiers + "new" + parameters(constructor);
        }
        Method method = (Method) member;
        return modifiers + name(method.getGenericReturnType()) + " " + method.getName() + parameters(method);
    }

    private static String parameters(Executable executable) {
        Parameter[] parameters = executable.getParameters();
        Type[] types = executable.getGenericParameterTypes();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            Type type = types.length == parameters.length ? types[i] : parameters[i].getType();
            texts.add(name(type) + " " + parameters[i].getName());
        }
        return "(" + String.join(", ", texts) + ")";
    }

    /** The name of a type, without its package if it is one of the JDK or of this module. */
    private static String name(Type type) {
        return type.getTypeName()
                .replaceAll("\\b(java\\.(lang|util|time)|dev\\.agoratoken)\\.([a-z]+\\.)*(?=[A-Z])", "")
                .replace('$', '.');
    }
}
