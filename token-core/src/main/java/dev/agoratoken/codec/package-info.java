/**
 * Encodes and decodes token text for formats 006 and 007: bytes, HMAC, zlib and base64. {@link
 * dev.agoratoken.codec.TokenCodec} is the only public type. Only {@code issuing} and {@code verify} use it, and the
 * module does not export it.
 */
package dev.agoratoken.codec;
