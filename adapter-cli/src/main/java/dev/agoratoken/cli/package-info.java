/**
 * The command line door, on picocli. One public way in, {@link dev.agoratoken.cli.CliAdapter}: streams and arguments in,
 * exit code out. One class per command; that HTTP exists is unknown here, {@code serve} is a function that is handed in.
 */
package dev.agoratoken.cli;
