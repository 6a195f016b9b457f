/**
 * Finds the token in a text as people and programs pass it: in quotes, in JSON or a URL, escaped, wrapped, with spaces for
 * {@code +}. It repairs the text and describes the damage as data; {@link dev.agoratoken.verify} turns that into findings.
 */
package dev.agoratoken.verify.text;
