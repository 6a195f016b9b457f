/**
 * The checks of a token's content, one class for each kind of problem. They compare what a token grants with what is
 * expected of it, and collect findings. Internal to {@code verify}; {@link dev.agoratoken.verify.check.ContentChecks}
 * is the entry.
 */
package dev.agoratoken.verify.check;
