package dev.agoratoken.issuing;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.TokenText;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Mints tokens for one project, signed with its first certificate. Thread-safe; there is nothing to close. */
public final class TokenMint {
    /** The last time from which 24 hours end within the 32 bits of a token. */
    private static final long MAX_SECOND = 0xFFFF_FFFFL - Lifetime.MAX.seconds();

    private final Project project;
    private final InstantSource clock;
    private final SaltSource salts;

    /**
     * Creates a mint.
     *
     * @param project its first certificate signs
     * @param clock the time of issue
     * @param salts the random numbers of tokens
     */
    public TokenMint(Project project, InstantSource clock, SaltSource salts) {
        this.project = project;
        this.clock = clock;
        this.salts = salts;
    }

    /**
     * {@return a mint with the system clock and salts that do not repeat}
     *
     * @param project its first certificate signs
     */
    public static TokenMint of(Project project) {
        return new TokenMint(project, InstantSource.system(), SaltSource.nonRepeating());
    }

    /**
     * Mints a token of format 007 for one service.
     *
     * @param service what the token opens
     * @param lifetime 1 second to 24 hours, as whole seconds
     * @return the token with its times
     * @throws InvalidValueException if the lifetime is out of range, or a privilege lasts longer than the token or has
     *     a point in time as its expiry
     */
    public IssuedToken mint(Service service, Duration lifetime) {
        return mint(List.of(service), lifetime);
    }

    /**
     * Mints a token of format 007 for several services. They are written in ascending order of their types; those of
     * equal type keep their order.
     *
     * @param services at least one
     * @param lifetime 1 second to 24 hours, as whole seconds
     * @return the token with its times
     * @throws InvalidValueException if there are no services, the lifetime is out of range, or a privilege lasts longer
     *     than the token or has a point in time as its expiry
     */
    public IssuedToken mint(List<? extends Service> services, Duration lifetime) {
        return mint(services, Lifetime.of(lifetime), TokenFormat.V007);
    }

    /**
     * Mints a token of either format.
     *
     * @param services at least one
     * @param lifetime how long the token is valid
     * @param format 006 or 007
     * @return the token with its times
     * @throws InvalidValueException as above; also if format 006 cannot contain the services: it contains exactly one
     *     RTC or one Signaling service, without wildcard patterns
     */
    public IssuedToken mint(List<? extends Service> services, Lifetime lifetime, TokenFormat format) {
        if (services.isEmpty()) {
            throw new InvalidValueException("services", "must not be empty", "request at least one service");
        }
        Instant issuedAt = now();
        Instant expiresAt = issuedAt.plusSeconds(lifetime.seconds());
        TokenText text = switch (format) {
            case V006 ->
                TokenCodec.write(
                        Format006Mapper.map(project.appId(), salt(), issuedAt, lifetime, services),
                        project.signingCertificate());
            case V007 ->
                TokenCodec.write(
                        new TokenContent.V007(
                                project.appId(),
                                salt(),
                                issuedAt,
                                expiresAt,
                                contents(services, lifetime),
                                Optional.empty()),
                        project.signingCertificate());
        };
        return new IssuedToken(
                text, format, project.name(), project.appId(), issuedAt, expiresAt, List.copyOf(services));
    }

    private Instant now() {
        long second;
        try {
            second = Math.floorDiv(clock.millis(), 1000L);
        } catch (ArithmeticException e) {
            throw outOfRange();
        } catch (NullPointerException e) {
            // InstantSource.millis uses the result of instant. Asking again costs nothing as long as the clock works.
            if (clock.instant() == null) {
                throw new InvalidValueException("clock", "the clock returned null", "return a time for each call");
            }
            throw e;
        }
        if (second < 0 || second > MAX_SECOND) {
            throw outOfRange();
        }
        return Instant.ofEpochSecond(second);
    }

    private static InvalidValueException outOfRange() {
        return new InvalidValueException("clock", "its time is out of range", "use a clock from 1970 to 2106");
    }

    private Salt salt() {
        Salt salt = salts.next();
        if (salt == null) {
            throw new InvalidValueException("salts", "the source returned null", "return a salt for each call");
        }
        return salt;
    }

    private static List<ServiceContent> contents(List<? extends Service> services, Lifetime lifetime) {
        ServiceContent[] contents = new ServiceContent[services.size()];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = services.get(i).content();
            for (PrivilegeEntry privilege : contents[i].privileges()) {
                check(contents[i].type(), privilege, lifetime);
            }
        }
        return List.of(contents);
    }

    /**
     * Checks the expiry of a privilege of a service.
     *
     * @throws InvalidValueException if a token of that lifetime cannot contain it
     */
    static void check(ServiceType type, PrivilegeEntry privilege, Lifetime lifetime) {
        PrivilegeExpiry expiry = privilege.expiry();
        if (expiry instanceof PrivilegeExpiry.At at) {
            throw new InvalidValueException(
                    "privileges",
                    "a privilege has the expiry time " + at.instant() + " instead of a lifetime",
                    "use a lifetime, or let the privilege expire with the token");
        }
        if (expiry instanceof PrivilegeExpiry.After after) {
            // Zero in a token means "no privilege expiry", so an invalid lifetime must never be written.
            Lifetime own = Lifetime.of(after.duration());
            if (own.seconds() > lifetime.seconds()) {
                String label =
                        type.privilege(privilege.id()).map(Privilege::label).orElseThrow();
                InvalidValueException e = lifetime.exceededBy(own.duration(), "privileges");
                throw new InvalidValueException(e.field(), label + " of " + e.problem(), e.remedy());
            }
        }
    }
}
