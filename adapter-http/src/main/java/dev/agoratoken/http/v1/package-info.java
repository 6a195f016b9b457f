/**
 * The routes under {@code /v1}: create, inspect and verify tokens; bans.
 */
package dev.agoratoken.http.v1;
