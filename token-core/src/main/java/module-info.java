/** Makes and reads Agora tokens. The codec is not exported: bytes are nobody else's business. */
module dev.agoratoken.core {
    exports dev.agoratoken.token;
    exports dev.agoratoken.issuing;
    exports dev.agoratoken.issuing.policy;
    exports dev.agoratoken.wire;
}
