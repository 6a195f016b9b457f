package dev.agoratoken.cli;

/** A command that does something; a command that only groups others is not one. */
interface CliCommand {
    /** Does it and returns the exit code. */
    int run();
}
