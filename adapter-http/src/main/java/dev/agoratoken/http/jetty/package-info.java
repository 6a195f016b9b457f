/**
 * Jetty's part of the server: connectors, request timeouts, connection and request limits, and errors that occur
 * before routing.
 */
package dev.agoratoken.http.jetty;
