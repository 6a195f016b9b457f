/**
 * A run of a command, and what it prints and how: its context, text formatters, colors, and JSON.
 */
package dev.agoratoken.cli.terminal;
