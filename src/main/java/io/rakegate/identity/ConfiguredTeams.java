package io.rakegate.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The teams as the configuration names them. */
@Component
class ConfiguredTeams implements Teams {

    private final Map<String, Team> bySlug = new LinkedHashMap<>();
    private final List<Team> all;

    ConfiguredTeams(TeamProperties properties) {
        for (TeamProperties.Entry entry : properties.teams()) {
            if (bySlug.put(entry.slug(), entry.team()) != null) {
                throw new IllegalStateException(
                        "rakegate.teams names the team \"" + entry.slug() + "\" twice; give each team its own slug.");
            }
        }
        this.all = List.copyOf(bySlug.values());
    }

    @Override
    public Optional<Team> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    @Override
    public List<Team> all() {
        return all;
    }
}
