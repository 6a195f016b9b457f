package dev.agoratoken.bench;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.TokenMint;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Rtc;
import io.javalin.Javalin;
import java.time.Duration;

/**
 * One route of Javalin that makes the token which the server's {@code /rtc} route makes, and does nothing else: what the
 * server is compared with. Its arguments are the port, the App ID and the certificate. Not a part of what is shipped.
 */
public final class BareRoute {
    private BareRoute() {}

    public static void main(String[] args) {
        TokenMint mint = TokenMint.of(Project.of(args[1], args[2]));
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get(
                            "/rtc/{channel}/{role}/uid/{uid}/",
                            ctx -> ctx.contentType("application/json")
                                    .result("{\"rtcToken\":\""
                                            + publisher(mint, ctx.pathParam("channel"), ctx.pathParam("uid")) + "\"}"));
                })
                .start("127.0.0.1", Integer.parseInt(args[0]));
    }

    private static String publisher(TokenMint mint, String channel, String uid) {
        return mint.mint(Rtc.publisher(ChannelName.of(channel), UserId.parse(uid)), Duration.ofHours(1))
                .text();
    }
}
