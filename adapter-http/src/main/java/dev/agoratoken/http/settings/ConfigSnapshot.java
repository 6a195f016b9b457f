package dev.agoratoken.http.settings;

import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanService;
import dev.agoratoken.verify.Verifier;
import java.util.Optional;

/**
 * One state of the configuration. A request uses the same snapshot from start to end, so that a reload does not affect
 * it.
 *
 * @param bans empty if this server makes no bans, because anyone could
 */
public record ConfigSnapshot(AuthorizingIssuer issuer, Verifier verifier, Optional<BanService> bans) {}
