package io.rakegate.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Deploys what stands in {@code processes/} as one deployment, under the same names on every machine.
 *
 * <p>Nothing is deployed again that has not changed. Several nodes may start at once: the engine lets one deploy at a
 * time, and the others then find nothing new.
 */
final class ProcessDeployment implements SmartInitializingSingleton {

    static final String NAME = "rakegate";

    private static final Logger log = LoggerFactory.getLogger(ProcessDeployment.class);
    private static final String FOLDER = "processes/";
    private static final List<String> KINDS = List.of("bpmn", "dmn", "form", "html");

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    ProcessDeployment(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            deploy(find());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be read".formatted(FOLDER), e);
        }
    }

    private void deploy(Map<String, Resource> files) throws IOException {
        if (files.isEmpty()) {
            log.warn("Nothing to deploy: {} holds no diagram", FOLDER);
            return;
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        for (Map.Entry<String, Resource> file : files.entrySet()) {
            try (InputStream content = file.getValue().getInputStream()) {
                deployment.addInputStream(file.getKey(), content);
            }
        }
        deployment.deploy();
        log.info("Deployed {}", files.keySet());
    }

    private Map<String, Resource> find() throws IOException {
        Map<String, Resource> found = new TreeMap<>();
        for (String kind : KINDS) {
            for (Resource file : resources.getResources("classpath*:%s**/*.%s".formatted(FOLDER, kind))) {
                found.put(nameOf(file), file);
            }
        }
        return found;
    }

    /** The path from the folder on: what stands before it differs between an IDE, a checkout and the packaged jar. */
    private static String nameOf(Resource file) throws IOException {
        String address = file.getURL().toString();
        return address.substring(address.lastIndexOf("/" + FOLDER) + 1);
    }
}
