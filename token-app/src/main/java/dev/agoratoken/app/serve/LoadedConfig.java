package dev.agoratoken.app.serve;

import dev.agoratoken.app.settings.StartupConfig;

/** A configuration as loaded from its files. */
record LoadedConfig(StartupConfig start, ServingState state) {}
