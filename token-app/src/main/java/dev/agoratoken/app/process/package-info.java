/**
 * The process: environment variables, terminal, signals.
 */
package dev.agoratoken.app.process;
