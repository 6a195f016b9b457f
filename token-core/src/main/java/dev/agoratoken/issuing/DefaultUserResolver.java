package dev.agoratoken.issuing;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;
import dev.agoratoken.token.service.ServiceType;
import java.util.Optional;

/** Finds the user for a request that names none: callers whose rules cover one user need not name it. */
public interface DefaultUserResolver {
    /** Resolves no user, so every request must name its users. */
    DefaultUserResolver NONE = new DefaultUserResolver() {
        @Override
        public Optional<User> inChannel(ServiceType service, Channel channel) {
            return Optional.empty();
        }

        @Override
        public Optional<String> userId(ServiceType service) {
            return Optional.empty();
        }
    };

    /** The default user of a service in a channel. */
    Optional<User> inChannel(ServiceType service, Channel channel);

    /** The default user of a service without channels: Signaling, Chat, Flexible Classroom. */
    Optional<String> userId(ServiceType service);
}
