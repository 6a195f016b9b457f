package dev.agoratoken.token.service;

import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Chat: log in as a user, or call the REST API as the app. Type 5. An app token names no user and allows everything in
 * the app's Chat, so it belongs on servers only.
 *
 * @param userId the user; empty for the app
 * @param privileges what the token allows, and until when
 */
public record Chat(Optional<ChatUserId> userId, GrantedPrivileges<Privilege> privileges) implements Service {
    private static final GrantedPrivileges<Privilege> USER =
            GrantedPrivileges.of(EnumSet.of(Privilege.USER), PrivilegeExpiry.WITH_TOKEN);
    private static final GrantedPrivileges<Privilege> APP =
            GrantedPrivileges.of(EnumSet.of(Privilege.APP), PrivilegeExpiry.WITH_TOKEN);

    /**
     * Creates the service from its fields.
     *
     * @throws InvalidValueException if the user is missing that a privilege needs
     */
    public Chat {
        if (userId.isEmpty() && privileges.ends().containsKey(Privilege.USER)) {
            throw new InvalidValueException("userId", "missing", "name the Chat user, or request an app token");
        }
    }

    /**
     * Logs in as a user, until the token expires.
     *
     * @param userId the user who logs in
     * @return the service
     */
    public static Chat user(ChatUserId userId) {
        return new Chat(Optional.of(userId), USER);
    }

    /**
     * Calls the REST API as the app, until the token expires.
     *
     * @return the service; its token is for servers only
     */
    public static Chat app() {
        return new Chat(Optional.empty(), APP);
    }

    @Override
    public ServiceContent content() {
        String user = userId.map(ChatUserId::value).orElse("");
        return new ServiceContent(ServiceType.CHAT, privileges.entries(), List.of(new FieldValue.Text(user)));
    }

    /** The privileges of Chat. */
    public enum Privilege implements dev.agoratoken.token.service.Privilege {
        /** Sign in as the user. */
        USER,
        /** Call the REST API as the app; on servers only. */
        APP
    }
}
