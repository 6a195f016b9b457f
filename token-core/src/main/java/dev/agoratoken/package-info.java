/**
 * The entry for programs that embed the library: {@link dev.agoratoken.AgoraTokens}, and the steps that its methods
 * lead through. It makes, reads and verifies tokens for one project. The packages behind it stay usable for what it does
 * not offer.
 */
package dev.agoratoken;
