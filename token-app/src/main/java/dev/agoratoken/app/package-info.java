/**
 * The program: {@code Main} and {@code Wiring}, which creates every service in reading order. It knows every module,
 * and no module knows it.
 */
package dev.agoratoken.app;
