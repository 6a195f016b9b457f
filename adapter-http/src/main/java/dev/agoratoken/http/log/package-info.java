/**
 * The request log: the port, its text and JSON writers, and the queue that writes entries in batches. Exported to the
 * application, which chooses the writer.
 */
package dev.agoratoken.http.log;
