package dev.agoratoken.app.redis;

import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;

/**
 * Where Redis is.
 *
 * @param password empty if the address has it, or Redis needs none
 * @param required whether requests that need Redis are rejected without it; if not, each instance goes on by itself
 */
public record RedisSettings(RedisAddress address, Optional<PasswordFile> password, boolean required) {
    /** @throws dev.agoratoken.token.InvalidValueException if the password cannot be read, or there are two */
    public void check() {
        password.ifPresent(file -> {
            if (address.userInfo().matches(".*:.+")) {
                throw new InvalidValueException(
                        "shared.redis-password.file", "set, and shared.redis has a password", "remove one of them");
            }
            file.check();
        });
    }
}
