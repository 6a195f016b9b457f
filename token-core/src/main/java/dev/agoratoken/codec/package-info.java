/**
 * Text to content and back, for formats 006 and 007: bytes, HMAC, zlib and base64. One public type,
 * {@link dev.agoratoken.codec.TokenCodec}. Only {@code issuing} calls it, and nobody outside this module can see it.
 */
package dev.agoratoken.codec;
