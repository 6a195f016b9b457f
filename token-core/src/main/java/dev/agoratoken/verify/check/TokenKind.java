package dev.agoratoken.verify.check;

import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.grant.GrantedService;

/** Recognition of the app tokens and user tokens of Chat and APaaS, which differ only in their privilege. */
final class TokenKind {
    static final String USER_REMEDY = "make a user token for the user who signs in";
    static final String APP_REMEDY = "make an app token on the server that calls the REST API";

    private TokenKind() {}

    /** Returns whether a service lets a server call the REST API, and no user sign in. */
    static boolean isAppToken(GrantedService service) {
        return switch (service.type()) {
            case CHAT -> service.grants(Chat.Privilege.APP) && !service.grants(Chat.Privilege.USER);
            case APAAS ->
                service.grants(Apaas.Privilege.APP)
                        && !service.grants(Apaas.Privilege.ROOM_USER)
                        && !service.grants(Apaas.Privilege.USER);
            case RTC, RTM, STREAMING, FPA, FCDN, RTM2, CONVO_AI, STT -> false;
        };
    }

    static String appTokenMessage(ServiceType type) {
        return "this is an app token, for REST calls: it lacks the privilege "
                + (type == ServiceType.CHAT ? "user for chat" : "roomUser for apaas");
    }
}
