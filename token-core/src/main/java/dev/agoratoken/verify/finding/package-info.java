/**
 * The results of reading and checking a token: each with a code to compare, a severity, a message and a remedy.
 * Embedders and all adapters may use it.
 */
package dev.agoratoken.verify.finding;
