package dev.agoratoken.http;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.TokenFormat;
import io.javalin.http.Context;

/** Issues tokens to whoever sent a request. */
record Tokens(TokenIssuer issuer) {
    IssuedToken issue(Context ctx, TokenRequest request) {
        return issuer.issue(request);
    }

    /** The format in which that request is issued. */
    TokenFormat formatOf(TokenRequest request) {
        return issuer.formatOf(request);
    }
}
