/**
 * State that all instances share, in Redis or Valkey: the connection, which others may use for their commands, the
 * rate limiter, and the bans. Loaded only if {@code shared.redis} is set.
 */
package dev.agoratoken.app.redis;
