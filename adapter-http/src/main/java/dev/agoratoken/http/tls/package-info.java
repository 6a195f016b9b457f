/**
 * TLS with certificates that are reloaded when their files change, and the PEM format.
 */
package dev.agoratoken.http.tls;
