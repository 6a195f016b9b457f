/** The program as its users run it: the jar and the launcher as processes of their own. Nothing of the inside is used. */
package dev.agoratoken.process;
