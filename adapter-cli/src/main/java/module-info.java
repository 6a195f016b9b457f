/** The command line of agora-token. */
module dev.agoratoken.cli {
    requires transitive dev.agoratoken.core;
    requires info.picocli;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.csv;
    requires static org.jspecify;

    exports dev.agoratoken.cli;
    exports dev.agoratoken.cli.port;

    opens dev.agoratoken.cli.command to
            info.picocli;
    opens dev.agoratoken.cli.command.ban to
            info.picocli;
    opens dev.agoratoken.cli.command.issue to
            info.picocli;
    opens dev.agoratoken.cli.option to
            info.picocli;
}
