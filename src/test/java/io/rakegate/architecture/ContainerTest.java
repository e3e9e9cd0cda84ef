package io.rakegate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The container has no more rights than it needs: as its files say, since there is no engine to run it in a test. */
class ContainerTest {

    @Test
    void runsAsAUserWithoutRightsFromTheFirstProcessOn() throws IOException {
        List<String> run = lastStage();

        int user = run.indexOf("USER rakegate");

        assertThat(user).isPositive();
        assertThat(run).filteredOn(line -> line.startsWith("USER ")).hasSize(1);
        assertThat(run.subList(0, user)).noneMatch(line -> line.startsWith("ENTRYPOINT") || line.startsWith("CMD"));
        assertThat(run.subList(user, run.size())).anyMatch(line -> line.startsWith("ENTRYPOINT"));
        assertThat(String.join("\n", run)).contains("--uid 10001", "nologin").doesNotContain("--chown", "chmod");
    }

    @Test
    void hasAReadOnlyFileSystemAndGetsNoNewRights() throws IOException {
        Map<String, Object> rakegate = service("rakegate");

        assertThat(rakegate).containsEntry("read_only", true).doesNotContainKeys("privileged", "cap_add", "user");
        assertThat(rakegate.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(rakegate.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(rakegate.get("volumes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("./config:/rakegate/config:ro", "archive:/rakegate/archive");
    }

    @Test
    void isReachedFromThisMachineOnlyAndTheDatabaseFromNowhereElse() throws IOException {
        assertThat(service("rakegate").get("ports"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .allMatch(port -> String.valueOf(port).startsWith("127.0.0.1:"));
        assertThat(service("database")).doesNotContainKey("ports");
    }

    /** A root that is read-only is of no use if what has to be written is not foreseen. */
    @Test
    void writesToMemoryAndTheArchiveAndNowhereElse() throws IOException {
        assertThat(service("rakegate").get("tmpfs")).isEqualTo(List.of("/tmp:exec,size=512m"));
        assertThat(lastStage())
                .filteredOn(line -> line.contains("install -d -o rakegate"))
                .hasSize(1);
        assertThat(lastStage()).noneMatch(line -> line.startsWith("VOLUME") || line.startsWith("ADD "));
    }

    @Test
    void isBuiltOnImagesThatAreNamedByVersionAndCanBePinned() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));
        String composed = Files.readString(Path.of("docker-compose.yml"));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .containsExactly("FROM ${JDK_IMAGE} AS build", "FROM ${JRE_IMAGE}");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("ARG "))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).matches("ARG \\w+=[a-z-]+:\\d[\\w.-]*"));
        assertThat(composed)
                .contains("${RAKEGATE_POSTGRES_IMAGE:-postgres:17}", "${RAKEGATE_JRE_IMAGE:-eclipse-temurin:17-jre}")
                .doesNotContain("latest");
    }

    private static List<String> lastStage() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));
        int from = lines.stream()
                .filter(line -> line.startsWith("FROM "))
                .reduce((first, second) -> second)
                .map(lines::lastIndexOf)
                .orElseThrow();
        return lines.subList(from, lines.size());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> service(String name) throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        Map<String, Object> services = (Map<String, Object>) compose.get("services");
        return (Map<String, Object>) services.get(name);
    }
}
