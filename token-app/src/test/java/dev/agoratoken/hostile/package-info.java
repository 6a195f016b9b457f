/** What strangers send instead of tokens, and what it costs: measured where the JVM's own tools are visible. */
package dev.agoratoken.hostile;
