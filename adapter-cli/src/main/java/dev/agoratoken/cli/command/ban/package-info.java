/**
 * The commands for the bans of a running server. Other packages use only their list, {@code BanCommands}.
 */
package dev.agoratoken.cli.command.ban;
