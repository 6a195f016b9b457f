/**
 * Metrics, the recording of finished requests, and the routes for health, metrics and version.
 */
package dev.agoratoken.http.telemetry;
