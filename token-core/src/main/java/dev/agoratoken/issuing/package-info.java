/**
 * What adapters and embedders call: make tokens, issue them for a project, and the ports to what lives outside (projects
 * and certificates, salt). Time comes as {@link java.time.InstantSource}. HTTP and the command line are unknown here.
 */
package dev.agoratoken.issuing;
