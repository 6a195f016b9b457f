/** The HTTP server of agora-token. */
@SuppressWarnings("requires-automatic") // Micrometer has no descriptor.
module dev.agoratoken.http {
    requires transitive dev.agoratoken.core;
    requires io.javalin;
    requires org.eclipse.jetty.alpn.server;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.http2.server;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires com.fasterxml.jackson.databind;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.agoratoken.http;
    exports dev.agoratoken.http.log;
    exports dev.agoratoken.http.settings;
}
