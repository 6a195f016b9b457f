/**
 * The registry of all commands, and those that neither issue tokens nor deal with bans, one class each.
 */
package dev.agoratoken.cli.command;
