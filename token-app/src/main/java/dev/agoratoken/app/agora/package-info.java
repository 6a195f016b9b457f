/**
 * The rules at Agora that remove banned users who are in a channel: access to Agora's REST API, and the worker that makes,
 * renews and deletes the rules of the bans in the store.
 */
package dev.agoratoken.app.agora;
