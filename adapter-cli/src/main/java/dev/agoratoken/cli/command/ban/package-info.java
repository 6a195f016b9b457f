/**
 * The commands for the bans of a running server.
 */
package dev.agoratoken.cli.command.ban;
