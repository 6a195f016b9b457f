/**
 * The command line, on picocli. {@link dev.agoratoken.cli.CliAdapter} is the only entry: arguments and streams in,
 * exit code out.
 */
package dev.agoratoken.cli;
