package dev.agoratoken.http;

import dev.agoratoken.issuing.TokenIssuer;

/** What the routes need of the program around them. */
public record HttpPorts(TokenIssuer issuer) {}
