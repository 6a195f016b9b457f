package dev.agoratoken.cli.option;

import picocli.CommandLine.Option;

/** The option {@code --json}. */
public final class JsonOption {
    @Option(names = "--json", description = "Print the complete result as JSON.", order = 170)
    private boolean json;

    public boolean isPresent() {
        return json;
    }
}
