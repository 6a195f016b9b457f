package dev.agoratoken.process;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Agora's Web SDKs, as {@code npm} installs them. They are not part of this repository. */
enum AgoraSdk {
    RTC("agora-rtc-sdk-ng.js", "agora-rtc-sdk-ng/AgoraRTC_N-production.js"),
    RTM("agora-rtm.js", "agora-rtm/agora-rtm.js");

    private static final String NPM = "token-app/src/test/npm";

    private final String script;
    private final String installed;

    AgoraSdk(String script, String installed) {
        this.script = script;
        this.installed = installed;
    }

    /** The name under which the page loads it. */
    String script() {
        return script;
    }

    Path file() {
        return Path.of(Program.path("agora-token.root"), NPM, "node_modules", installed);
    }

    /** Skips tests where the SDKs are not installed, except in CI, which has to have them. */
    static final class AreThere implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean needed = Boolean.parseBoolean(System.getenv("CI"));
            return needed || Arrays.stream(values()).map(AgoraSdk::file).allMatch(Files::exists)
                    ? enabled("there they are")
                    : disabled("Agora's Web SDKs are not installed: npm ci --ignore-scripts --prefix " + NPM);
        }
    }
}
