/**
 * Callers, and how they authenticate: credentials, API keys and the port to the component that knows them.
 */
package dev.agoratoken.issuing.policy.caller;
