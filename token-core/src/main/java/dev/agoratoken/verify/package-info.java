/**
 * Reads a token ({@link dev.agoratoken.verify.Inspection}) and decides whether Agora would accept it for a purpose,
 * time, channel and user ({@link dev.agoratoken.verify.Verifier}). Problems are returned as findings, each with a
 * remedy; no text causes an exception. Embedders and all adapters may use it.
 */
package dev.agoratoken.verify;
