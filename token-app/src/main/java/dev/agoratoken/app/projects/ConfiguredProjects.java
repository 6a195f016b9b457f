package dev.agoratoken.app.projects;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The projects of the configuration, in its order.
 *
 * @param defaultProject the project of requests that name none
 */
public record ConfiguredProjects(Map<ProjectName, Project> byName, ProjectName defaultProject) implements Projects {
    public ConfiguredProjects {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static ConfiguredProjects of(Project project) {
        return new ConfiguredProjects(Map.of(project.name(), project), project.name());
    }

    @Override
    public Optional<Project> find(ProjectName name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<Project> all() {
        return List.copyOf(byName.values());
    }
}
