package dev.agoratoken.http;

import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the routes need of the program around them.
 *
 * @param snapshots the present state of the configuration; each request takes one and keeps it
 */
public record HttpPorts(
        Supplier<Snapshot> snapshots,
        ConfigHistory history,
        RequestLog requestLog,
        InstantSource clock,
        BuildFacts build) {}
