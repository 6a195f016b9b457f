/**
 * The process: environment variables, terminal, signals, background threads.
 */
package dev.agoratoken.app.process;
