/**
 * The routes of other token servers, compatible with their paths, parameters and error bodies.
 */
package dev.agoratoken.http.legacy;
