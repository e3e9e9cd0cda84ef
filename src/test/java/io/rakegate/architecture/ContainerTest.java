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
