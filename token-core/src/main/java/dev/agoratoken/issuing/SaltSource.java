package dev.agoratoken.issuing;

import dev.agoratoken.token.Salt;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Port: the source of salts. A salt is public and need not be unpredictable, but it must vary. Implementations are
 * thread-safe.
 */
public interface SaltSource {
    /** {@return the next salt; never null} */
    Salt next();

    /**
     * {@return a source that repeats no salt within 2<sup>32</sup> tokens: it starts at a random number and steps
     * through all others}
     */
    static SaltSource nonRepeating() {
        int odd = 0x9E37_79B9;
        AtomicInteger next = new AtomicInteger(new SecureRandom().nextInt());
        return () -> Salt.of(Integer.toUnsignedLong(next.getAndAdd(odd)));
    }
}
