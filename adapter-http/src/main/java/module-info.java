/** The HTTP door of agora-token. */
module dev.agoratoken.http {
    requires transitive dev.agoratoken.core;
    requires io.javalin;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports dev.agoratoken.http;
}
