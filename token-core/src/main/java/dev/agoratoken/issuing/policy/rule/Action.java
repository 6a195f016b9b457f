package dev.agoratoken.issuing.policy.rule;

/** What an allow rule allows a caller to do with its projects, channels and users. */
public enum Action {
    /** Request tokens. */
    ISSUE("issue"),
    /** Ban channels and users. */
    BAN("ban");

    private final String label;

    Action(String label) {
        this.label = label;
    }

    /** The name in the configuration. */
    public String label() {
        return label;
    }
}
