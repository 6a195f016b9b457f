/**
 * Reading and writing JSON. The only package of this module that uses the JSON library.
 */
package dev.agoratoken.http.json;
