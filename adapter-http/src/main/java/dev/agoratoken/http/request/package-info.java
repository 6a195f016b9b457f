/**
 * What routes share: the context of a request, its body, credentials and path variables, and how responses are
 * written.
 */
package dev.agoratoken.http.request;
