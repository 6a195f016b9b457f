/**
 * Reading and writing JSON. The only package that uses the JSON library.
 */
package dev.agoratoken.http.json;
