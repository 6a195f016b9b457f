/**
 * The configured projects and their certificates, and the demo project.
 */
package dev.agoratoken.app.projects;
