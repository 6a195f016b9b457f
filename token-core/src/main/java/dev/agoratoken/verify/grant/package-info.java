/**
 * What a token grants, whichever format it has: its services with their names and privileges. A name is the text itself
 * or only its checksum. Knows nothing of expectations or findings, and is internal to {@code verify}.
 */
package dev.agoratoken.verify.grant;
