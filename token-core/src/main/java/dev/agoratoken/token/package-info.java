/**
 * The vocabulary of Agora tokens: identifiers, names, users, services with their privileges, lifetimes, formats and
 * failures. Every type is immutable and refuses a bad value when it is made. Nobody is called from here and everybody
 * may call; bytes, clocks, randomness and I/O live elsewhere.
 *
 * <p>A text that somebody typed or sent may be anything: {@code null} is refused with
 * {@link dev.agoratoken.token.InvalidValueException} like any other bad text. Any other argument that is {@code null} is a
 * mistake of the program, and a {@link NullPointerException}. This holds in all packages.
 */
package dev.agoratoken.token;
