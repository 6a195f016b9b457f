package dev.agoratoken.document;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.User;
import dev.agoratoken.token.service.ChannelService;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ConvoAi;
import dev.agoratoken.token.service.Fcdn;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.Streaming;
import dev.agoratoken.token.service.Stt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one of the services of a request. Each type has its fields. */
final class ServiceReader {
    private static final List<String> IN_CHANNEL =
            List.of("type", "channel", "uid", "account", "anyUser", PrivilegesReader.FIELD);
    private static final List<String> RTC =
            List.of("type", "channel", "uid", "account", "anyUser", "role", PrivilegesReader.FIELD);
    private static final List<String> RTM = List.of("type", "userId", PrivilegesReader.FIELD);
    private static final List<String> RTM2 = List.of("type", "userId", "permissions", PrivilegesReader.FIELD);
    private static final List<String> CHAT = List.of("type", "userId", "app", PrivilegesReader.FIELD);
    private static final List<String> FPA = List.of("type", PrivilegesReader.FIELD);
    private static final List<String> TYPE_ALONE = List.of("type");

    private final NameReader names;
    private final PrivilegesReader privileges;

    ServiceReader(NameReader names, PrivilegesReader privileges) {
        this.names = names;
        this.privileges = privileges;
    }

    /** Returns the service; empty if there was an error in it. */
    Optional<? extends Service> read(DocumentValue value) {
        Optional<DocumentObject> service = value.object("send {\"type\":\"rtc\",...}");
        Optional<ServiceType> type = service.flatMap(object -> object.require("type", "set the service, such as rtc"))
                .flatMap(name -> name.text(ServiceType::fromLabel));
        return type.flatMap(known -> read(known, service.get()));
    }

    private Optional<? extends Service> read(ServiceType type, DocumentObject service) {
        String owner = "a service of type " + type.label();
        service.allowOnly(fields(type), owner);
        return switch (type) {
            case RTC -> rtc(service);
            case RTM -> rtm(service);
            case STREAMING -> inChannel(service, type, Streaming.Privilege.class, Streaming::new);
            case FPA -> fpa(service);
            case CHAT -> chat(service);
            case FCDN -> inChannel(service, type, Fcdn.Privilege.class, Fcdn::new);
            case APAAS -> new ApaasReader(names, privileges).read(service);
            case RTM2 -> rtm2(service);
            case CONVO_AI -> Optional.of(new ConvoAi());
            case STT -> Optional.of(new Stt());
        };
    }

    private static List<String> fields(ServiceType type) {
        return switch (type) {
            case RTC -> RTC;
            case STREAMING, FCDN -> IN_CHANNEL;
            case RTM -> RTM;
            case RTM2 -> RTM2;
            case CHAT -> CHAT;
            case APAAS -> ApaasReader.FIELDS;
            case FPA -> FPA;
            case CONVO_AI, STT -> TYPE_ALONE;
        };
    }

    /** Reads an RTC service. The default role is subscriber: an omitted field must not grant privileges. */
    private Optional<? extends Service> rtc(DocumentObject service) {
        if (service.has("role") && service.has(PrivilegesReader.FIELD)) {
            service.reject(PrivilegesReader.FIELD, "role already sets the privileges", "use either role or privileges");
        }
        if (service.has(PrivilegesReader.FIELD)) {
            return inChannel(service, ServiceType.RTC, Rtc.Privilege.class, Rtc::new);
        }
        Optional<Role> role = service.has("role")
                ? service.get("role").flatMap(value -> value.text(Role::fromLabel))
                : Optional.of(Role.SUBSCRIBER);
        Optional<Channel> channel = names.channel(service);
        Optional<User> user = names.user(service, ServiceType.RTC, channel);
        return channel.flatMap(where -> user.flatMap(who -> role.map(as -> Rtc.withRole(as, where, who))));
    }

    private <P extends Enum<P> & Privilege> Optional<ChannelService> inChannel(
            DocumentObject service, ServiceType type, Class<P> known, Maker<P> maker) {
        Optional<Channel> channel = names.channel(service);
        Optional<User> user = names.user(service, type, channel);
        Optional<GrantedPrivileges<P>> grants = privileges.require(service, known);
        return channel.flatMap(where -> user.flatMap(who -> grants.map(may -> maker.make(where, who, may))));
    }

    private Optional<Rtm> rtm(DocumentObject service) {
        Optional<Rtm> standard = rtmUser(service, ServiceType.RTM).map(Rtm::login);
        return privileges.orDefault(standard, service, Rtm.Privilege.class, (rtm, may) -> new Rtm(rtm.userId(), may));
    }

    private Optional<Rtm2> rtm2(DocumentObject service) {
        Permissions permissions = service.get("permissions")
                .flatMap(value -> value.object("send {\"messageChannels\":{\"read\":[...]}}"))
                .map(new PermissionsReader(names)::read)
                .orElse(Permissions.NONE);
        Optional<Rtm2> standard = rtmUser(service, ServiceType.RTM2).map(user -> Rtm2.login(user, permissions));
        return privileges.orDefault(
                standard, service, Rtm2.Privilege.class, (rtm2, may) -> new Rtm2(rtm2.userId(), permissions, may));
    }

    private Optional<RtmUserId> rtmUser(DocumentObject service, ServiceType type) {
        return names.userId(service, "userId", type, RtmUserId::of, "name the Signaling user");
    }

    private Optional<Fpa> fpa(DocumentObject service) {
        return privileges.orDefault(
                Optional.of(Fpa.login()), service, Fpa.Privilege.class, (standard, may) -> new Fpa(may));
    }

    private Optional<Chat> chat(DocumentObject service) {
        if (service.isTrue("app")) {
            return chatApp(service);
        }
        String remedy = "name the Chat user, or add \"app\": true";
        Optional<Chat> standard = names.userId(service, "userId", ServiceType.CHAT, ChatUserId::of, remedy)
                .map(Chat::user);
        return privileges.orDefault(
                standard, service, Chat.Privilege.class, (chat, may) -> new Chat(chat.userId(), may));
    }

    private Optional<Chat> chatApp(DocumentObject service) {
        boolean forUser = service.get(PrivilegesReader.FIELD)
                .filter(value ->
                        value.received() instanceof Map<?, ?> named && named.containsKey(Chat.Privilege.USER.label()))
                .isPresent();
        if (service.has("userId") || forUser) {
            return service.reject(
                    "app", "an app token has no user", "remove \"app\", or remove userId and the privilege user");
        }
        return privileges.orDefault(
                Optional.of(Chat.app()), service, Chat.Privilege.class, (app, may) -> new Chat(app.userId(), may));
    }

    /** Creates a service from its parts. */
    private interface Maker<P extends Enum<P> & Privilege> {
        ChannelService make(Channel channel, User user, GrantedPrivileges<P> grantedPrivileges);
    }
}
