/**
 * The vocabulary of Agora tokens: identifiers, names, users, services with their privileges, lifetimes, formats and
 * failures. Every type is immutable and refuses a bad value when it is made. Nobody is called from here and everybody
 * may call; bytes, clocks, randomness and I/O live elsewhere.
 */
package dev.agoratoken.token;
