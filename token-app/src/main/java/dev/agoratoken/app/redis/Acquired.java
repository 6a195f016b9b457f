package dev.agoratoken.app.redis;

/**
 * What one request got from its bucket.
 *
 * @param taken whether the request may go on
 * @param level what is left after that, in shares
 */
record Acquired(boolean taken, long level) {}
