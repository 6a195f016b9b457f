package dev.agoratoken.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.agoratoken.document.InvalidDocumentException;
import dev.agoratoken.document.TokenRequestDocument;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked for, there is a short answer, and it costs at most a mebibyte. */
class HostileDocumentsTest {
    private static final long MAX_BYTES = 1 << 20;
    private static final int MAX_RESPONSE = 16_384;
    private static final String GIANT = "r".repeat(65_000);

    static Stream<Map<String, Object>> giants() {
        return Stream.of(
                Map.of(GIANT, 1),
                Map.of("services", List.of(Map.of("type", GIANT))),
                Map.of("services", List.of(Map.of("type", "rtc", GIANT, 1))),
                Map.of("services", List.of(rtc(Map.of("role", GIANT)))),
                Map.of("services", List.of(rtc(Map.of("privileges", Map.of(GIANT, 60))))),
                Map.of("services", List.of(Map.of("type", "rtm2", "permissions", Map.of(GIANT, 1)))),
                Map.of("services", List.of(), "format", GIANT, "project", GIANT));
    }

    private static Map<String, Object> rtc(Map<String, Object> more) {
        Map<String, Object> rtc = new LinkedHashMap<>(more);
        rtc.putAll(Map.of("type", "rtc", "channel", GIANT, "account", GIANT));
        return rtc;
    }

    @ParameterizedTest
    @MethodSource("giants")
    void areRefusedShortlyAndCheaply(Map<String, Object> document) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TokenRequestDocument.read(Map.of("services", List.of(Map.of("type", "fpa"))));
        long before = threads.getCurrentThreadAllocatedBytes();

        InvalidDocumentException refusal =
                catchThrowableOfType(InvalidDocumentException.class, () -> TokenRequestDocument.read(document));

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MAX_BYTES);
        assertThat(refusal.getMessage()).hasSizeLessThan(MAX_RESPONSE);
    }
}
