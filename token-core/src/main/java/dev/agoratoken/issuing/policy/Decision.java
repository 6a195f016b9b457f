package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.token.TokenException;

/** A decision about a request, for the audit. */
public sealed interface Decision {
    /** The id of the request; several decisions can belong to one. */
    RequestId requestId();

    /** A token was issued to a caller. */
    record Issued(RequestId requestId, Caller caller, Grant grant) implements Decision {}

    /**
     * A caller's request was denied or failed.
     *
     * @param request the request, with project and format set
     * @param reason why
     */
    record Refused(RequestId requestId, Caller caller, TokenRequest request, TokenException reason)
            implements Decision {}

    /** A caller banned a channel or user. */
    record Banned(RequestId requestId, Caller caller, Ban ban) implements Decision {}

    /** A caller lifted a ban. */
    record BanLifted(RequestId requestId, Caller caller, Ban ban) implements Decision {}

    /**
     * A caller's ban was denied or failed.
     *
     * @param wanted the ban that the caller wanted
     * @param reason why
     */
    record BanDenied(RequestId requestId, Caller caller, Ban wanted, TokenException reason) implements Decision {}

    /** The caller could not be authenticated. */
    record AuthenticationFailed(RequestId requestId, String address, TokenException reason) implements Decision {}
}
