/**
 * The documents of the HTTP API and of {@code --json}, defined once: plain records that come from the domain or turn into
 * it. Names and shapes are a contract with clients. Both adapters hand them to a JSON library; no rule lives here.
 */
package dev.agoratoken.wire;
