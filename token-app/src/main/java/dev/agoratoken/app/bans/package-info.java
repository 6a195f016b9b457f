/**
 * The bans of one server: in memory, or in a file that survives a crash. Those that several servers share
 * are in {@code app.redis}, behind the same port.
 */
package dev.agoratoken.app.bans;
