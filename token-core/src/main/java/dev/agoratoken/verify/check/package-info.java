/**
 * The checks of a token's content, one class for each kind of problem. They compare what a token grants with what is
 * expected of it, and collect findings. {@link dev.agoratoken.verify.check.ContentChecks} runs them all. Internal to
 * {@code verify}, which also collects its findings about the text here, and asks which service fits best.
 */
package dev.agoratoken.verify.check;
