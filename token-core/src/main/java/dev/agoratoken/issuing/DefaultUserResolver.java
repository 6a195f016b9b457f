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

    /**
     * {@return the default user of a service in a channel, or empty without a default}
     *
     * @param service a service with channels
     * @param channel the channel of the request
     */
    Optional<User> inChannel(ServiceType service, Channel channel);

    /**
     * {@return the default user of a service without channels, or empty without a default}
     *
     * @param service Signaling, Chat or Flexible Classroom
     */
    Optional<String> userId(ServiceType service);
}
