package dev.agoratoken.app;

/** The configuration, as it was read from its files at one moment. */
record ReadConfig(StartConfig start, ServedState state) {}
