package dev.agoratoken.issuing;

import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Service;
import dev.agoratoken.token.TokenFormat;
import java.util.List;
import java.util.Optional;

/** A token that somebody asks for. What is left open is filled in from the defaults. */
public record TokenRequest(
        Optional<ProjectName> project,
        Optional<TokenFormat> format,
        Optional<Lifetime> lifetime,
        List<Service> services) {
    public TokenRequest {
        services = List.copyOf(services);
    }

    /** A request that leaves everything but the services open. */
    public static TokenRequest forServices(List<? extends Service> services) {
        return new TokenRequest(Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(services));
    }

    /** The same request in that format. */
    public TokenRequest in(TokenFormat chosen) {
        return new TokenRequest(project, Optional.of(chosen), lifetime, services);
    }

    /** The same request with that lifetime. */
    public TokenRequest lasting(Lifetime chosen) {
        return new TokenRequest(project, format, Optional.of(chosen), services);
    }

    /** The same request for that project. */
    public TokenRequest of(ProjectName chosen) {
        return new TokenRequest(Optional.of(chosen), format, lifetime, services);
    }
}
