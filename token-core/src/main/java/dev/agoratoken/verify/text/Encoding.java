package dev.agoratoken.verify.text;

/** An encoding of a text that was undone to read the token in it. */
public enum Encoding {
    PERCENT,
    JSON,
    HTML,
    BASE64
}
