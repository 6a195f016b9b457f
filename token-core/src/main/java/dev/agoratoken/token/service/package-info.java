/**
 * The services that a token can contain, such as {@link dev.agoratoken.token.service.Rtc}, with their privileges and
 * roles, and the content of a decoded token. Uses {@code token} only; bytes, clocks and randomness live elsewhere.
 */
package dev.agoratoken.token.service;
