package dev.agoratoken.http;

/**
 * What the HTTP server needs to know.
 *
 * @param host the address to listen on, such as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 to 65535; 0 takes a free one
 * @param allowedOrigins who may call from a browser
 * @param console whether there is a page for people at {@code /}
 */
public record HttpSettings(String host, int port, AllowedOrigins allowedOrigins, boolean console) {}
