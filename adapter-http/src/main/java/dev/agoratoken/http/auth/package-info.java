/** Who sends a request: the credentials, such as {@code X-Api-Key}, and the address. Everyone may call it. */
package dev.agoratoken.http.auth;
