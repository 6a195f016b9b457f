/**
 * State that all instances share, in Redis or Valkey: the connection, which others may use for their commands, and the
 * rate limiter. Loaded only if {@code shared.redis} is set.
 */
package dev.agoratoken.app.redis;
