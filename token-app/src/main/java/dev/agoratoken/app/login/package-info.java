/**
 * Authentication by JSON Web Tokens (RFC 7519) of external identity providers, and their key sets.
 */
package dev.agoratoken.app.login;
