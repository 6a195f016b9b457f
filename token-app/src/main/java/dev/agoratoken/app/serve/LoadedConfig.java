package dev.agoratoken.app.serve;

import dev.agoratoken.app.settings.StartupConfig;

/** The configuration, as it was read from its files at one moment. */
record LoadedConfig(StartupConfig start, ServingState state) {}
