/**
 * Who may have a token: the callers and how they show who they are, the rules that they have, and the rate at which they may
 * ask. {@link dev.agoratoken.issuing.policy.GuardedIssuer} is the one entry; the ports stand beside it.
 */
package dev.agoratoken.issuing.policy;
