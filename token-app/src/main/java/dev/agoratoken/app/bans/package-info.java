/**
 * The bans of one server: in memory, or in a file that survives a crash. Another store, which several servers share, has
 * its place behind the same port.
 */
package dev.agoratoken.app.bans;
