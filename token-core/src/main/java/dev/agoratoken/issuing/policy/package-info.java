/**
 * Issues tokens to callers who may have them: {@link dev.agoratoken.issuing.policy.AuthorizingIssuer} authenticates the
 * caller, applies the rules and the rate limits, and audits the decision. The ports for audit and rate limits live
 * here. Exported to the adapters and the application only.
 */
package dev.agoratoken.issuing.policy;
