package dev.agoratoken.token.service;

/** One thing that a service lets its user do; each service has an enum of its own. */
public interface Privilege {
    /** The number in the token. */
    int id();

    /** The name in JSON and on the command line, such as {@code publishAudioStream}. */
    String label();
}
