/**
 * The configured callers, their rules and limits, authentication of requests, and the in-memory rate limiter.
 */
package dev.agoratoken.app.callers;
