/**
 * Handlers that run before every route: the request context, the check of the {@code Host} header, and CORS.
 */
package dev.agoratoken.http.filter;
