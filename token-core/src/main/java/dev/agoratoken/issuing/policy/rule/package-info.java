/**
 * Rules and the name patterns in them: which services, channels, users and privileges a caller may have. Pure
 * decisions without I/O. Uses {@code rate} for the limits that a rule carries.
 */
package dev.agoratoken.issuing.policy.rule;
