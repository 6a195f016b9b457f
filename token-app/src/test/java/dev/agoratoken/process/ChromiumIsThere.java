package dev.agoratoken.process;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests where there is no Chromium, except in CI, which has to have one. A condition and no assumption, because
 * Maven reports no test at all of a class whose assumption fails.
 */
final class ChromiumIsThere implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean needed = Boolean.parseBoolean(System.getenv("CI"));
        return needed || Chromium.installed().isPresent() ? enabled("there it is") : disabled(Chromium.NONE);
    }
}
