/** JSON of requests to other servers. Sets how strictly it is read. */
package dev.agoratoken.app.json;
