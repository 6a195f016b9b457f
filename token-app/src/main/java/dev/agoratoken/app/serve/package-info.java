/**
 * The {@code serve} command: start, reload, banner and policy simulation.
 */
package dev.agoratoken.app.serve;
