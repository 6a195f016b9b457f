package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a rule that concerns the request as a whole.
 *
 * @param projects empty for every project
 * @param formats empty for the safe ones: format 007 in an allow rule, every format in a deny rule
 * @param maxLifetime the maximum lifetime of a token; ignored in a deny rule
 */
public record RequestScope(Set<ProjectName> projects, Set<TokenFormat> formats, Optional<Lifetime> maxLifetime) {
    static final RequestScope EVERY_PROJECT = new RequestScope(Set.of(), Set.of(), Optional.empty());

    public RequestScope {
        projects = Set.copyOf(projects);
        formats = Set.copyOf(formats);
    }

    RequestScope withProjects(Set<ProjectName> chosen) {
        return new RequestScope(chosen, formats, maxLifetime);
    }

    RequestScope withFormats(Set<TokenFormat> chosen) {
        return new RequestScope(projects, chosen, maxLifetime);
    }

    RequestScope withMaxLifetime(Lifetime chosen) {
        return new RequestScope(projects, formats, Optional.of(chosen));
    }

    boolean contains(ProjectName project) {
        return projects.isEmpty() || projects.contains(project);
    }

    boolean allows(TokenFormat format) {
        return formats.isEmpty() ? format == TokenFormat.V007 : formats.contains(format);
    }

    boolean denies(TokenFormat format) {
        return formats.isEmpty() || formats.contains(format);
    }

    boolean covers(Optional<Lifetime> asked) {
        return maxLifetime.isEmpty()
                || asked.filter(lifetime ->
                                lifetime.seconds() > maxLifetime.get().seconds())
                        .isEmpty();
    }
}
