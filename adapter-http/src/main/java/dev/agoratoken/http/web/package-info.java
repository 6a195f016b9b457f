/**
 * The console, the API reference and their static files.
 */
package dev.agoratoken.http.web;
