package dev.agoratoken.token.service;

import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.InvalidValueException;

/** The names that Signaling accepts, which have the syntax of channels. */
final class SignalingName {
    private SignalingName() {}

    static void check(String field, String name) {
        try {
            ChannelName.of(name);
        } catch (InvalidValueException e) {
            throw e.withField(field);
        }
    }

    static void checkPattern(String field, String pattern) {
        try {
            ChannelPattern.of(pattern);
        } catch (InvalidValueException e) {
            throw e.withField(field);
        }
    }
}
