/**
 * Completion scripts for bash, zsh and fish, generated from the commands.
 */
package dev.agoratoken.cli.completion;
