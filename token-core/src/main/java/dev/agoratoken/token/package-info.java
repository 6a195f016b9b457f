/**
 * Identifiers, names, users, lifetimes, formats and failures of Agora tokens. Every type is immutable and rejects an
 * invalid value when it is created. Every package may use this one; it uses none.
 *
 * <p>Text from outside may be anything: a {@code null} text is rejected with {@link
 * dev.agoratoken.token.InvalidValueException}, like any other invalid text. Any other {@code null} argument is a
 * programming error and causes a {@link NullPointerException}. This holds in all packages.
 */
package dev.agoratoken.token;
