/**
 * Options and arguments that several commands share, as picocli mixins, and the parsers for their values.
 */
package dev.agoratoken.cli.option;
