/**
 * What the application passes to the HTTP server: settings, limits, allowed origins, TLS files, build information and
 * the ports to configuration and audit state. Exported to the application.
 */
package dev.agoratoken.http.settings;
