package dev.agoratoken.issuing.policy.caller;

/** The API key or login token of a request, or why the request has none that can be used. */
public sealed interface PresentedSecret {
    /** The request has neither. */
    record Absent() implements PresentedSecret {}

    /** The request has one of them. */
    record Single(String value) implements PresentedSecret {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Single[...]";
        }
    }

    /**
     * The request has several, or one in a form that is not understood. To pick one of several would let two readers of the
     * same request pick differently.
     *
     * @param problem what is wrong, without showing a secret
     * @param remedy what would be right
     */
    record Unusable(String problem, String remedy) implements PresentedSecret {}
}
