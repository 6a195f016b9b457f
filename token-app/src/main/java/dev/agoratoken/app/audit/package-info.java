/**
 * The audit file and its set-up.
 */
package dev.agoratoken.app.audit;
