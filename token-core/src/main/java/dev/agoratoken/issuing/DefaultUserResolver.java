package dev.agoratoken.issuing;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;
import dev.agoratoken.token.service.ServiceType;
import java.util.Optional;

/** Says who is meant where a request names no user, for callers who are known and have a user of their own. */
public interface DefaultUserResolver {
    /** Nobody is: a user who is left out is missing. */
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

    /** The user of a service that is good in that channel. */
    Optional<User> inChannel(ServiceType service, Channel channel);

    /** The user of a service without channels: Signaling, Chat, Flexible Classroom. */
    Optional<String> userId(ServiceType service);
}
