/**
 * Exit codes, error messages, and the guard that keeps certificates and tokens out of them.
 */
package dev.agoratoken.cli.error;
