package io.rakegate.process.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rakegate.support.AnotherNode;
import io.rakegate.support.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

class ProcessDeploymentTest {

    @TempDir
    Path folder;

    private final String database = TestDatabase.empty();
    private final Map<String, byte[]> files = Map.of(
            "processes/sample-approval.bpmn", diagram("SampleApproval"),
            "processes/forms/sample-approve.form", "{\"id\": \"sample-approve\", \"components\": []}".getBytes(UTF_8),
            "processes/forms/sample-upload.html", "<form></form>".getBytes(UTF_8));

    @BeforeEach
    void writeFiles() throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve("classes").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    @Test
    void deploysOnceUnderTheSameNamesFromAFolderAndFromAJar() throws Exception {
        Path jar = jarOf(files);

        try (ConfigurableApplicationContext fromFolder = start(folder.resolve("classes"))) {
            assertThat(deployments(fromFolder)).hasSize(1);
        }
        try (ConfigurableApplicationContext fromJar = start(jar)) {
            List<Deployment> deployments = deployments(fromJar);

            assertThat(deployments).hasSize(1);
            assertThat(fromJar.getBean(RepositoryService.class)
                            .getDeploymentResourceNames(deployments.get(0).getId()))
                    .containsAll(files.keySet());
        }
    }

    @Test
    void deploysEverythingAgainWhenAFileHasChanged() throws Exception {
        start(folder.resolve("classes")).close();
        Files.writeString(folder.resolve("classes/processes/forms/sample-upload.html"), "<form><input></form>");

        try (ConfigurableApplicationContext again = start(folder.resolve("classes"))) {

            assertThat(deployments(again)).hasSize(2);
            assertThat(again.getBean(RepositoryService.class)
                            .createProcessDefinitionQuery()
                            .processDefinitionKey("SampleApproval")
                            .latestVersion()
                            .singleResult()
                            .getVersion())
                    .isEqualTo(2);
        }
    }

    @Test
    void twoNodesStartAtOnceOnAnEmptyDatabaseAndDeployOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);

        List<Future<ConfigurableApplicationContext>> started;
        try {
            Callable<ConfigurableApplicationContext> node = () -> start(folder.resolve("classes"));
            started = nodes.invokeAll(List.of(node, node));
        } finally {
            nodes.shutdown();
        }

        try (ConfigurableApplicationContext one = started.get(0).get();
                ConfigurableApplicationContext other = started.get(1).get()) {
            assertThat(deployments(one)).hasSize(1);
            assertThat(deployments(other)).hasSize(1);
        }
    }

    private ConfigurableApplicationContext start(Path classes) throws IOException {
        ClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        return AnotherNode.onTheEngine()
                .resourceLoader(new DefaultResourceLoader(loader))
                .run(
                        "--spring.datasource.url=" + database,
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--camunda.bpm.job-execution.enabled=false");
    }

    private static List<Deployment> deployments(ConfigurableApplicationContext node) {
        return node.getBean(RepositoryService.class)
                .createDeploymentQuery()
                .deploymentName(ProcessDeployment.NAME)
                .list();
    }

    private Path jarOf(Map<String, byte[]> entries) throws IOException {
        Path jar = folder.resolve("rakegate.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String directory : List.of("processes/", "processes/forms/")) {
                zip.putNextEntry(new ZipEntry(directory));
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return jar;
    }

    private static byte[] diagram(String key) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key)
                        .startEvent()
                        .userTask()
                        .endEvent()
                        .done())
                .getBytes(UTF_8);
    }
}
