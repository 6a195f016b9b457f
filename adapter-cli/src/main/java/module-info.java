/** The command line door of agora-token. */
module dev.agoratoken.cli {
    requires transitive dev.agoratoken.core;
    requires info.picocli;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.csv;

    exports dev.agoratoken.cli;

    opens dev.agoratoken.cli to
            info.picocli;
}
