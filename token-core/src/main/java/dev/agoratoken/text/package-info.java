/**
 * Texts that all packages share: classes of characters, numbers, patterns, and the parts of messages. Uses the JDK only.
 * Exported to the adapters, and not to embedders: nothing here is specific to tokens.
 */
package dev.agoratoken.text;
