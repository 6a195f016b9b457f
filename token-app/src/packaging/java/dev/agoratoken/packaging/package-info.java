/**
 * Programs that the packaging runs, and that are not shipped. They read the same model of the commands as the help.
 */
package dev.agoratoken.packaging;
