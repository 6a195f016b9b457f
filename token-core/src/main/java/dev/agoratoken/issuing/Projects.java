package dev.agoratoken.issuing;

import java.util.Optional;

/** Port: where projects and their certificates come from. */
public interface Projects {
    /** The project of that name. */
    Optional<Project> find(ProjectName name);
}
