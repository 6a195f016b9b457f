package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.issuing.ProjectName;

/**
 * Port: removes banned users who are in a channel, by a rule at Agora. It works through the bans of the store in the
 * background. Implementations are thread-safe.
 */
public interface AgoraRemover {
    /** Makes no rules. */
    AgoraRemover NONE = new AgoraRemover() {
        @Override
        public AgoraRemoval initialState(ProjectName project, BanTarget target) {
            return AgoraRemoval.NOT_CONFIGURED;
        }

        @Override
        public void wake() {}
    };

    /** The state of a new ban: pending, or why there will be no rule. No I/O. */
    AgoraRemoval initialState(ProjectName project, BanTarget target);

    /** Tells that the store has changed. Returns at once. */
    void wake();
}
