/**
 * The audit: its JSON lines, its file and its set-up. The only package of this module that uses the JSON library.
 */
package dev.agoratoken.app.audit;
