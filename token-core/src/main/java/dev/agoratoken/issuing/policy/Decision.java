package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.token.TokenException;

/** What was decided about a request. */
public sealed interface Decision {
    /** The request that was decided upon; several decisions may belong to one. */
    RequestId requestId();

    /** A token was made for a caller. */
    record Issued(RequestId requestId, Caller caller, Grant grant) implements Decision {}

    /**
     * A caller was refused a token.
     *
     * @param request what it asked for, with project and format filled in
     */
    record Refused(RequestId requestId, Caller caller, TokenRequest request, TokenException reason)
            implements Decision {}

    /** Somebody who is not known was sent away. */
    record AuthenticationFailed(RequestId requestId, String address, TokenException reason) implements Decision {}
}
