package dev.agoratoken.benchmarks;

import dev.agoratoken.issuing.Project;

/** The project, channel and user of every comparison: both sides are asked for the same token. */
final class Example {
    static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
    static final String CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b";
    static final String CHANNEL = "testing";
    static final int UID = 1234;
    static final int SECONDS = 3600;

    static final Project PROJECT = Project.of(APP_ID, CERTIFICATE);

    private Example() {}
}
