/**
 * Makes tokens: {@link dev.agoratoken.issuing.TokenMint} for one certificate, {@link
 * dev.agoratoken.issuing.TokenIssuer} for configured projects, and the ports for projects and salts. Embedders and
 * all adapters may use it. Time is passed in as {@link java.time.InstantSource}.
 */
package dev.agoratoken.issuing;
