package dev.agoratoken.app.serve;

import dev.agoratoken.app.settings.StartConfig;

/** The configuration, as it was read from its files at one moment. */
public record ReadConfig(StartConfig start, ServedState state) {}
