/** Requests to other servers: an HTTP client with limits. Independent of the rest of the application. */
package dev.agoratoken.app.client;
