/**
 * The program: {@code Main}, the configuration, and {@code Wiring}, which makes every service in reading order. It knows
 * everyone and nobody knows it.
 */
package dev.agoratoken.app;
