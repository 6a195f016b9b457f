/**
 * The commands that issue tokens, one class each. Other packages use only their list, {@code IssuingCommands}.
 */
package dev.agoratoken.cli.command.issue;
