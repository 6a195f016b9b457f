package dev.agoratoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Streaming;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code null} is rejected with the name of the argument. */
class NullArgumentsTest {
    private static final AgoraTokens TOKENS =
            AgoraTokens.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b");

    private static final List<Object> STEPS = List.of(
            TOKENS,
            TOKENS.rtc("testing"),
            TOKENS.rtc("testing").uid(1),
            TOKENS.rtc("testing").uid(1).role(Role.PUBLISHER),
            TOKENS.rtc("testing").uid(1).allow(Rtc.Privilege.JOIN_CHANNEL),
            TOKENS.fpa(),
            TOKENS.convoAi("testing").uid(1),
            TOKENS.convoAi("testing").uid(1).role(Role.PUBLISHER),
            TOKENS.streaming("testing").uid(1),
            TOKENS.streaming("testing").uid(1).allow(Streaming.Privilege.PUBLISH_MIX_STREAM),
            TOKENS.verify("007"));

    private static final Map<Class<?>, Object> VALID = Map.of(
            String.class,
            "00000000000000000000000000000001",
            Duration.class,
            Duration.ofHours(1),
            int.class,
            1,
            Role.class,
            Role.PUBLISHER,
            Permissions.class,
            Permissions.NONE,
            Rtc.Privilege.class,
            Rtc.Privilege.JOIN_CHANNEL,
            Rtc.Privilege[].class,
            new Rtc.Privilege[0],
            List.class,
            List.of());

    static Stream<Arguments> calls() {
        return STEPS.stream()
                .flatMap(step -> Arrays.stream(step.getClass().getMethods())
                        .filter(method -> method.getDeclaringClass().getPackage() == AgoraTokens.class.getPackage())
                        .filter(method -> !method.isSynthetic())
                        .flatMap(method -> Arrays.stream(method.getParameters())
                                .filter(parameter -> !parameter.getType().isPrimitive())
                                .map(parameter -> Arguments.of(step, method, parameter))));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("calls")
    void nullIsRejectedWithTheNameOfTheArgument(Object step, Method method, Parameter missing) {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(each -> each.equals(missing) ? null : VALID.get(each.getType()))
                .toArray();

        Throwable failure = catchThrowable(() -> {
            try {
                method.invoke(Modifier.isStatic(method.getModifiers()) ? null : step, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });

        assertThat(missing.isNamePresent()).isTrue();
        assertThat(failure)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(missing.getName() + ": must not be null; pass a value");
    }
}
