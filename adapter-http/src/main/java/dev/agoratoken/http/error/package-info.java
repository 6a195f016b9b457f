/**
 * Maps failures to status codes and problem details (RFC 9457), and explains each code at {@code /errors/{code}}.
 */
package dev.agoratoken.http.error;
