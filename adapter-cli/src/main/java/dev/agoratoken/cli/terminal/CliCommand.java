package dev.agoratoken.cli.terminal;

/** A command that can be run; groups of commands cannot. */
public interface CliCommand {
    /** Runs the command and returns the exit code. */
    int run();
}
