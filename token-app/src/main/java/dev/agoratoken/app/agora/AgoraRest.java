package dev.agoratoken.app.agora;

import dev.agoratoken.token.AppId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Access of a project to Agora's REST API.
 *
 * @param customerId the public half of the credentials of an account
 */
public record AgoraRest(AppId appId, String customerId, CustomerSecret customerSecret, AgoraHost host) {
    /** What Agora counts requests for. */
    Account account() {
        return new Account(customerId, host);
    }

    /** The value of the header {@code Authorization}. */
    String authorization() {
        byte[] credentials = (customerId + ":" + customerSecret.reveal()).getBytes(StandardCharsets.US_ASCII);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** An account at Agora. */
    record Account(String customerId, AgoraHost host) {}
}
