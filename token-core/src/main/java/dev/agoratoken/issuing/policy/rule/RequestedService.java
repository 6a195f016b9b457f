package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.text.Wildcard;
import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.ChannelService;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One requested service, in the terms of rules.
 *
 * @param channels channels, classrooms, and the channels of RTM2 permissions
 * @param users users, and the users of RTM2 permissions
 * @param breadths the broad permissions that a rule must name
 */
public record RequestedService(
        ServiceType type,
        List<String> channels,
        List<RequestedUser> users,
        List<Privilege> privileges,
        Set<BroadPermission> breadths) {
    /** The services of a request, in its order. */
    public static List<RequestedService> in(TokenRequest request) {
        List<RequestedService> asked = new ArrayList<>(request.services().size());
        for (Service service : request.services()) {
            asked.add(of(service, request.services()));
        }
        return asked;
    }

    private static RequestedService of(Service service, List<Service> together) {
        List<String> channels = new ArrayList<>();
        List<RequestedUser> users = new ArrayList<>();
        EnumSet<BroadPermission> breadths = EnumSet.noneOf(BroadPermission.class);
        if (service instanceof ChannelService inChannel) {
            addChannel(inChannel, channels, users, breadths);
        } else if (service instanceof Rtm rtm) {
            users.add(RequestedUser.of(rtm.userId().value()));
        } else if (service instanceof Rtm2 rtm2) {
            users.add(RequestedUser.of(rtm2.userId().value()));
            rtm2.permissions()
                    .names()
                    .forEach((resourceType, byAccess) -> byAccess.values()
                            .forEach(names -> names.forEach(
                                    name -> addPermission(resourceType, name, channels, users, breadths))));
        } else if (service instanceof Chat chat) {
            chat.userId()
                    .map(user -> classroomUser(user, together).orElse(user.value()))
                    .map(RequestedUser::of)
                    .ifPresent(users::add);
        } else if (service instanceof Apaas apaas) {
            apaas.roomUuid().map(ApaasUuid::value).ifPresent(channels::add);
            apaas.userUuid().map(ApaasUuid::value).map(RequestedUser::of).ifPresent(users::add);
        }
        List<Privilege> privileges = privileges(service);
        if (privileges.contains(Chat.Privilege.APP) || service instanceof Chat && users.isEmpty()) {
            breadths.add(BroadPermission.CHAT_APP);
        }
        if (privileges.contains(Apaas.Privilege.APP) || service instanceof Apaas && users.isEmpty()) {
            breadths.add(BroadPermission.APAAS_APP);
        }
        return new RequestedService(service.type(), channels, users, privileges, breadths);
    }

    /** Returns the user of Flexible Classroom whose digest is that Chat user. */
    private static Optional<String> classroomUser(ChatUserId chatUser, List<Service> together) {
        return together.stream()
                .filter(Apaas.class::isInstance)
                .flatMap(service -> ((Apaas) service).userUuid().stream())
                .filter(user -> ServiceCombinations.chatUserOf(user).equals(chatUser))
                .map(ApaasUuid::value)
                .findFirst();
    }

    private static void addChannel(
            ChannelService service, List<String> channels, List<RequestedUser> users, Set<BroadPermission> breadths) {
        channels.add(service.channel().value());
        users.add(RequestedUser.of(service.user()));
        if (service.channel() instanceof ChannelPattern) {
            breadths.add(BroadPermission.WILDCARD_CHANNEL);
        }
        if (service.user() instanceof UserPattern) {
            breadths.add(BroadPermission.WILDCARD_USER);
        }
        if (service.user() instanceof AnyUser) {
            breadths.add(BroadPermission.ANY_USER);
        }
    }

    private static void addPermission(
            ResourceType resourceType,
            ResourceName name,
            List<String> channels,
            List<RequestedUser> users,
            Set<BroadPermission> breadths) {
        if (resourceType == ResourceType.USERS) {
            users.add(RequestedUser.of(name.value()));
        } else {
            channels.add(name.value());
        }
        if (name instanceof ResourceName.Pattern) {
            breadths.add(BroadPermission.WILDCARD_PERMISSION);
        }
    }

    private static List<Privilege> privileges(Service service) {
        List<Privilege> privileges = new ArrayList<>();
        for (PrivilegeEntry entry : service.content().privileges()) {
            service.type().privilege(entry.id()).ifPresent(privileges::add);
        }
        return privileges;
    }

    /**
     * Whether the service can be bound to channels or rooms, and is bound to none. In Flexible Classroom only the privilege
     * to enter a room is bound to that room; an RTM2 request without permissions on channels counts as unbound. False for
     * services that have no channels.
     */
    public boolean reachesEveryChannel() {
        return switch (type) {
            case APAAS ->
                channels.isEmpty()
                        || privileges.contains(Apaas.Privilege.USER)
                        || privileges.contains(Apaas.Privilege.APP);
            case RTM2 -> channels.isEmpty();
            case RTC, STREAMING, FCDN, RTM, FPA, CHAT, CONVO_AI, STT -> false;
        };
    }

    /** Whether the service gives access to a channel. */
    public boolean reaches(String channel) {
        return reachesEveryChannel() || channels.stream().anyMatch(asked -> Wildcard.matches(asked, channel));
    }

    /** The users who can use the token. In RTM2 the users after the first are those whom it gives access to. */
    public Stream<RequestedUser> holders() {
        return type == ServiceType.RTM2 ? users.stream().limit(1) : users.stream();
    }

    /** Whether every client may use the token. */
    boolean isForAnyUser() {
        return breadths.contains(BroadPermission.ANY_USER);
    }

    /** Whether the token is for the app itself, which may act for every user. */
    public boolean isForTheApp() {
        return breadths.contains(BroadPermission.CHAT_APP) || breadths.contains(BroadPermission.APAAS_APP);
    }

    /** The field of the user in messages. */
    public String userField() {
        return users.stream()
                .findFirst()
                .map(user -> switch (user.kind()) {
                    case NUMBER -> "uid";
                    case ACCOUNT -> isForAnyUser() ? "anyUser" : "account";
                    case USER_ID -> type == ServiceType.APAAS ? "userUuid" : "userId";
                })
                .orElse("userId");
    }

    /** The field of the broad permission in messages. */
    public String broadField() {
        if (breadths.contains(BroadPermission.WILDCARD_CHANNEL)) {
            return "channel";
        }
        if (breadths.contains(BroadPermission.WILDCARD_PERMISSION)) {
            return "permissions";
        }
        return users.isEmpty() ? "privileges" : userField();
    }

    public String channelField() {
        return switch (type) {
            case APAAS -> "roomUuid";
            case RTM2 -> "permissions";
            default -> "channel";
        };
    }
}
