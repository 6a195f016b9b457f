/**
 * The commands, one class each, and the registry that lists them.
 */
package dev.agoratoken.cli.command;
