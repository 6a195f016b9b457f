/**
 * The HTTP door, on Javalin. One public way in, {@link dev.agoratoken.http.HttpAdapter}; routes register themselves, and
 * one table says which failure has which status. What a token may hold is decided in {@code issuing}, not here.
 */
package dev.agoratoken.http;
