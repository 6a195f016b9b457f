/**
 * The HTTP server, on Javalin and Jetty. {@link dev.agoratoken.http.HttpAdapter} is the only entry: it wires the
 * packages below and starts the server. What a token may contain is decided in {@code issuing}.
 */
package dev.agoratoken.http;
