/**
 * What a client is about to do with a token, to compare the token with it. Values only: what they mean for a token is
 * decided in {@code verify.check}. Embedders and all adapters may use it.
 */
package dev.agoratoken.verify.expectation;
