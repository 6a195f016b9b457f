/**
 * What the application provides to the commands: factories for issuers and verifiers, the configuration, the server
 * and the process. Exported to the application; uses no other package of the command line.
 */
package dev.agoratoken.cli.port;
