/**
 * The permission to read secrets. This package is exported to nobody, so only this module can read a certificate once it
 * is an object.
 */
package dev.agoratoken.secret;
