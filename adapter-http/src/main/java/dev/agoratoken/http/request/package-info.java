/**
 * What routes share: the context of a request, its body and path variables, and how responses are
 * written.
 */
package dev.agoratoken.http.request;
