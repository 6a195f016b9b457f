/**
 * Rate limits and quotas as values. Counting is the task of the port in {@code issuing.policy}.
 */
package dev.agoratoken.issuing.policy.rate;
