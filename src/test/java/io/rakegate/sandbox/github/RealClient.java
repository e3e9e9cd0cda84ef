package io.rakegate.sandbox.github;

import io.rakegate.pullrequest.PullRequests;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;

/** The client that goes into production, pointed at the sandbox. Created once the server's port is known. */
final class RealClient implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private RealClient(Map<String, Object> properties) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("client", properties));
        context.register(Parts.class);
        context.refresh();
    }

    static RealClient of(int port) {
        return new RealClient(Map.of(
                "rakegate.github.api-url",
                "http://localhost:" + port + "/sandbox/github/api/v3",
                "rakegate.github.token",
                OnSandboxGitHub.TOKEN,
                "rakegate.github.repositories",
                "sandbox/vets-api"));
    }

    PullRequests pullRequests() {
        return context.getBean(PullRequests.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableConfigurationProperties
    @ConfigurationPropertiesScan("io.rakegate.pullrequest.github")
    @ComponentScan(
            basePackages = "io.rakegate.pullrequest.github",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(GitHubPullRequests|GitHubConnection)"))
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
