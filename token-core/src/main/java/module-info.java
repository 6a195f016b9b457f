/** Makes, reads and verifies Agora tokens. The codec is internal; the access rules and the wire documents are for the adapters. */
@SuppressWarnings("module") // The adapters are compiled after this module.
module dev.agoratoken.core {
    requires static org.jspecify;

    exports dev.agoratoken;
    exports dev.agoratoken.token;
    exports dev.agoratoken.token.service;
    exports dev.agoratoken.issuing;
    exports dev.agoratoken.verify;
    exports dev.agoratoken.issuing.policy to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.issuing.policy.ban to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.issuing.policy.caller to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.issuing.policy.rate to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.issuing.policy.rule to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.wire to
            dev.agoratoken.http,
            dev.agoratoken.cli;
}
