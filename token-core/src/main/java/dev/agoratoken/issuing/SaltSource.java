package dev.agoratoken.issuing;

import dev.agoratoken.token.Salt;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Port: where salts come from. A salt is public and need not be unpredictable; it has to vary. Thread-safe. */
public interface SaltSource {
    /** The next salt. */
    Salt next();

    /**
     * Salts that do not repeat within 2<sup>32</sup> tokens: they begin at a random number and step through all others.
     */
    static SaltSource nonRepeating() {
        int odd = 0x9E37_79B9;
        AtomicInteger next = new AtomicInteger(new SecureRandom().nextInt());
        return () -> Salt.of(Integer.toUnsignedLong(next.getAndAdd(odd)));
    }
}
