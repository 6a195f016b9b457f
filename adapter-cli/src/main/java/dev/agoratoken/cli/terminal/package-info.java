/**
 * What is printed and how: the context of a run, text formatters, colors, and JSON.
 */
package dev.agoratoken.cli.terminal;
