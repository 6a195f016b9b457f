/**
 * Requests to other servers: an HTTP client with limits, and the bans of a running server for the command line.
 * Independent of the rest of the application.
 */
package dev.agoratoken.app.client;
