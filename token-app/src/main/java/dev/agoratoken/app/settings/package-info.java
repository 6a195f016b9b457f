/**
 * Typed settings, read from the sources in {@code config}, and the report of the effective configuration.
 */
package dev.agoratoken.app.settings;
