/**
 * Request and response documents of the HTTP API and of {@code --json}, as records. Field names and shapes are a
 * contract with clients. The adapters convert them to and from JSON; this package contains no rules.
 */
package dev.agoratoken.document;
