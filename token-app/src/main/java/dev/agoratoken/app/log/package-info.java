/**
 * The format and set-up of the server's log.
 */
package dev.agoratoken.app.log;
