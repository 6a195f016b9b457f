package dev.agoratoken.cli.command;

/** A command that does something; a command that only groups others is not one. */
public interface CliCommand {
    /** Does it and returns the exit code. */
    int run();
}
